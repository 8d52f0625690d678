import { cleanText, type Inline } from "../../src/index.ts";
import { safeUrl } from "./web-address.ts";

/**
 * Inline content as Discord Markdown. Everything that comes from a page or a person is escaped, so that it shows as it was
 * written: no mention, no heading, no spoiler, no link that was not a link.
 */
export function inlineMarkdown(inlines: readonly Inline[]): string {
  const writer = { out: "", open: new Set<string>() };
  writeAll(writer, inlines);
  return writer.out;
}

/** A person's or a page's words, to stand inside our own Markdown. */
export function escaped(text: string): string {
  return inlineMarkdown([{ kind: "text", text }]);
}

interface Writer {
  out: string;
  readonly open: Set<string>;
}

const DELIMITERS = { strong: "**", mark: "**", emphasis: "*" } as const;

function writeAll(writer: Writer, inlines: readonly Inline[]): void {
  for (const inline of inlines) append(writer, drawn(inline, writer));
}

/** Signs that touch would be read as one longer mark: they are kept apart. */
function append(writer: Writer, piece: string): void {
  const touch = (writer.out.at(-1) ?? "") + (piece[0] ?? "");
  const apart = touch === "``" || /^[*~]{2}$/u.test(touch) ? "\u200B" : "";
  writer.out += apart + piece;
}

function drawn(inline: Inline, writer: Writer): string {
  const startsLine = writer.out === "" || writer.out.endsWith("\n");
  switch (inline.kind) {
    case "text":
      return escapeText(inline.text, startsLine);
    case "code":
      return inlineCode(inline.text, startsLine);
    case "break":
      return inline.hard ? "\n" : " ";
    case "image":
      return link(escapeText(inline.alt || "image", false), inline.href);
    case "link": {
      const label = nested(writer, inline.children);
      return label.trim() === "" ? label : link(label, inline.href);
    }
    default:
      return delimited(writer, DELIMITERS[inline.kind], inline.children);
  }
}

/** White space stays outside the delimiters; what is bold already is not made bold again. */
function delimited(writer: Writer, delimiter: string, children: readonly Inline[]): string {
  if (writer.open.has(delimiter)) return nested(writer, children);
  writer.open.add(delimiter);
  const inner = nested(writer, children);
  writer.open.delete(delimiter);
  const core = inner.trim();
  // A line break inside would end the mark in a list or a quote.
  if (core === "" || core.includes("\n")) return inner;
  const start = inner.indexOf(core);
  return inner.slice(0, start) + delimiter + core + delimiter + inner.slice(start + core.length);
}

function nested(writer: Writer, children: readonly Inline[]): string {
  const inner: Writer = { out: "", open: writer.open };
  writeAll(inner, children);
  return inner.out;
}

/** Without what ends a sentence rather than an address. */
const URL_PART = /(https?:\/\/[^\s<>()[\]|*`\\]*[^\s<>()[\]|*`\\.,:;!?"'])/u;

/**
 * What was a web address in the text stays one, in the brackets that tell Discord where it ends; an escape inside would
 * break it, and without brackets the mark-up after it would become part of it.
 */
function escapeText(text: string, startsLine: boolean): string {
  const parts = printable(text).split(URL_PART);
  return parts
    .map((part, index) =>
      index % 2 === 1 ? `<${part}>` : escapeWords(part, index === 0 && startsLine),
    )
    .join("");
}

function escapeWords(words: string, startsLine: boolean): string {
  const safe = words.replace(/[\\*_~|`[\]<]/gu, "\\$&").replace(/@(?=everyone|here)/giu, "\\@");
  const lines = safe.split("\n");
  return lines
    .map((line, index) => (index > 0 || startsLine ? escapeLineStart(line) : line))
    .join("\n");
}

function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)([#>+-])/u, "$1\\$2").replace(/^(\s*\d+)([.)])(?=\s|$)/u, "$1\\$2");
}

/** As Discord accepts it, and without the signs that turn the direction of what follows. */
export function printable(text: string): string {
  return cleanText(text).replace(/[\r\u202A-\u202E\u2066-\u2069]/gu, "");
}

/** Discord closes inline code at a run of as many back-ticks as opened it. */
function inlineCode(text: string, startsLine: boolean): string {
  const code = printable(text).replaceAll("\n", " ");
  if (code.trim() === "") return "";
  if (!code.includes("`")) return `\`${code}\``;
  const runs = new Set((code.match(/`+/gu) ?? []).map((run) => run.length));
  if (runs.has(2) || runs.has(3)) return escapeText(code, startsLine);
  return `\`\` ${code} \`\``;
}

const LONGEST_URL = 1_000;

/** A masked link where Discord would follow it; otherwise the words alone. `label` is Markdown already. */
export function link(label: string, href: string): string {
  const url = safeUrl(href);
  // An address longer than a screen is worth less than the words it would push out.
  if (url === undefined || url.length > LONGEST_URL) return label;
  // Discord does not mask an address with another: both are shown.
  if (label === `<${href}>`) return `<${url}>`;
  return label.includes("://") ? `${label} (<${url}>)` : `[${label}](${url})`;
}
