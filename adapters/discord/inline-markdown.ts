import { cleanText, webLink, type Inline } from "../../src/index.ts";

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

const DELIMITERS = { strong: "**", mark: "**", emphasis: "*", strike: "~~" } as const;

function writeAll(writer: Writer, inlines: readonly Inline[]): void {
  for (const inline of inlines) write(writer, inline);
}

function write(writer: Writer, inline: Inline): void {
  switch (inline.kind) {
    case "text":
      writer.out += escapeText(inline.text, atLineStart(writer.out));
      return;
    case "code": {
      // Two back-ticks in a row would open a longer run.
      const apart = writer.out.endsWith("`") ? "\u200B" : "";
      writer.out += apart + inlineCode(inline.text, atLineStart(writer.out));
      return;
    }
    case "break":
      writer.out += "\n";
      return;
    case "image":
      writer.out += link(escapeText(inline.alt || "image", false), inline.href);
      return;
    case "link": {
      const label = nested(writer, inline.children);
      writer.out += label.trim() === "" ? label : link(label, inline.href);
      return;
    }
    default:
      writeDelimited(writer, DELIMITERS[inline.kind], inline.children);
  }
}

/** White space stays outside the delimiters; what is bold already is not made bold again. */
function writeDelimited(writer: Writer, delimiter: string, children: readonly Inline[]): void {
  if (writer.open.has(delimiter)) {
    writeAll(writer, children);
    return;
  }
  writer.open.add(delimiter);
  const inner = nested(writer, children);
  writer.open.delete(delimiter);
  const core = inner.trim();
  // A line break inside would end the mark in a list or a quote.
  if (core === "" || core.includes("\n")) {
    writer.out += inner;
    return;
  }
  const start = inner.indexOf(core);
  writer.out += inner.slice(0, start);
  // Two marks that touch would be read as one longer mark.
  if (/[*~]$/u.test(writer.out)) writer.out += "\u200B";
  writer.out += delimiter + core + delimiter + inner.slice(start + core.length);
}

function nested(writer: Writer, children: readonly Inline[]): string {
  const inner: Writer = { out: "", open: writer.open };
  writeAll(inner, children);
  return inner.out;
}

function atLineStart(out: string): boolean {
  return out === "" || out.endsWith("\n");
}

const URL_PART = /(https?:\/\/[^\s<>()[\]|*`\\]+)/u;

/** What was a web address in the text stays one: Discord links it by itself and an escape inside would break it. */
function escapeText(text: string, startsLine: boolean): string {
  const parts = printable(text).split(URL_PART);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : escapeWords(part, index === 0 && startsLine)))
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

/** A masked link where Discord would follow it; otherwise the words alone. `label` is Markdown already. */
export function link(label: string, href: string): string {
  const url = safeUrl(href);
  if (url === undefined) return label;
  // Discord does not mask an address with another: both are shown.
  if (label === href) return url;
  return label.includes("://") ? `${label} (${url})` : `[${label}](${url})`;
}

/** A web address as it may stand in a masked link; Discord follows http and https only. */
function safeUrl(href: string): string | undefined {
  const address = webLink(href);
  if (
    address === undefined ||
    address.toLowerCase().startsWith("mailto:") ||
    !URL.canParse(address)
  ) {
    return undefined;
  }
  return new URL(address).href.replace(
    /[()[\]<>|*`\\]/gu,
    (sign) => `%${sign.codePointAt(0)?.toString(16).toUpperCase()}`,
  );
}
