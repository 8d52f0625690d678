const NOT_ASCII = /[^\p{ASCII}]/u;

/**
 * A text's bytes in UTF-8, each as one character: what Node writes as `latin1` in one piece with the headers, a plain copy. A
 * text it would have to encode once more each time, and bytes it writes as a piece of their own.
 */
export function byteText(text: string): string {
  return NOT_ASCII.test(text) ? Buffer.from(text).toString("latin1") : text;
}
