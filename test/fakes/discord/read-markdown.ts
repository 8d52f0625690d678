/** What a person sees of a text in Discord, and what in it would notify somebody or could be clicked. */
export interface Reading {
  readonly text: string;
  readonly links: readonly string[];
  readonly mentions: readonly string[];
}

interface Reader {
  text: string;
  readonly links: string[];
  readonly mentions: string[];
}

/** In order: the first that matches at a place is taken, as Discord's own rules are. */
const RULES: readonly (readonly [RegExp, (reader: Reader, match: RegExpExecArray) => void])[] = [
  [
    /```(?:[a-z0-9_+\-.#]*\n)?([\s\S]*?)\n?```/iuy,
    (reader, match) => void (reader.text += match[1] ?? ""),
  ],
  [/(`+)([\s\S]*?[^`])\1(?!`)/uy, (reader, match) => void (reader.text += (match[2] ?? "").trim())],
  [/\\([^0-9A-Za-z\s])/uy, (reader, match) => void (reader.text += match[1] ?? "")],
  [/\[((?:\\.|[^[\]\\])*)\]\((https?:\/\/[^\s()]+)\)/uy, readLink],
  [/<(https?:\/\/[^\s<>]+)>/uy, readBracketed],
  [/https?:\/\/[^\s<]+[^\s<.,:;"')\]]/uy, readAddress],
  [/<(?:@[!&]?|#|\/[^>]*:|a?:\w+:|t:|id:)[^>\s]*>/uy, readMention],
  [/@(?:everyone|here)/uy, readMention],
  [/\*\*|\*|~~|\|\||__/uy, () => undefined],
];

export function readMarkdown(markdown: string): Reading {
  const reader: Reader = { text: "", links: [], mentions: [] };
  // What only counts at the start of a line is taken off first, but not inside a fence.
  const parts = markdown.split(/(```[\s\S]*?```)/u);
  const source = parts
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(/^(?:> )*(?:#{1,3} |-# )?/gmu, ""),
    )
    .join("");
  read(reader, source);
  return reader;
}

function read(reader: Reader, source: string): void {
  let at = 0;
  while (at < source.length) {
    const next = step(reader, source, at);
    if (next === at) {
      reader.text += source[at];
      at += 1;
    } else {
      at = next;
    }
  }
}

function step(reader: Reader, source: string, at: number): number {
  for (const [rule, take] of RULES) {
    rule.lastIndex = at;
    const match = rule.exec(source);
    if (match !== null && match[0].length > 0) {
      take(reader, match);
      return at + match[0].length;
    }
  }
  return at;
}

function readLink(reader: Reader, match: RegExpExecArray): void {
  reader.links.push(match[2] ?? "");
  const label = readMarkdown(match[1] ?? "");
  reader.text += label.text;
  reader.mentions.push(...label.mentions);
}

function readBracketed(reader: Reader, match: RegExpExecArray): void {
  reader.links.push(match[1] ?? "");
  reader.text += match[1] ?? "";
}

function readAddress(reader: Reader, match: RegExpExecArray): void {
  reader.links.push(match[0]);
  reader.text += match[0];
}

function readMention(reader: Reader, match: RegExpExecArray): void {
  reader.mentions.push(match[0]);
  reader.text += match[0];
}
