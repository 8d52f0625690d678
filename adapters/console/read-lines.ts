import { StringDecoder } from "node:string_decoder";

/**
 * The lines of a stream, without their ends (LF or CRLF) and without a byte-order mark. Node's readline would also end
 * a line at U+2028 and at a lone CR, and so lose count of the questions in a file. Reads on only as fast as it is used.
 */
export async function* readLines(
  input: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let parts: string[] = [];
  let first = true;
  const finish = (end: string): string => {
    const line = [...parts, end].join("").replace(/\r$/, "");
    parts = [];
    const whole = first ? line.replace(/^\uFEFF/, "") : line;
    first = false;
    return whole;
  };
  for await (const bytes of input) {
    const text = typeof bytes === "string" ? bytes : decoder.write(Buffer.from(bytes));
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      yield finish(text.slice(start, end));
      start = end + 1;
    }
    if (start < text.length) parts.push(text.slice(start));
  }
  const rest = decoder.end();
  if (rest !== "" || parts.length > 0) yield finish(rest);
}
