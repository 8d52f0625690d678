/**
 * The address if it is one that may be clicked anywhere: http, https or mailto, without spaces or control characters.
 * Everything else (`javascript:`, `data:`, `file:`, relative) is undefined: adapters draw the words alone.
 */
export function webLink(href: string): string | undefined {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must not be in a link
  return /^(?:https?:\/\/[^/\s]|mailto:[^\s])[^\s\u0000-\u001F\u007F]*$/iu.test(href)
    ? href
    : undefined;
}

/** Text as every platform accepts it: lone surrogates replaced, control characters other than tab and newline dropped. */
export function cleanText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is removed
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu, "");
}
