import type { StateBlock, Token } from "markdown-it";
import { newlinesIn } from "./lines-of.ts";

const TAG =
  /<!--|<(\/?)(article|caption|center|dd|details|div|dl|dt|figcaption|figure|h[1-6]|iframe|li|ol|p|picture|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)(?=[\s/>])[^<>]*>/g;

/** Words between two tags. */
interface Words {
  readonly text: string;
  /** Of the state, 0-based; the last line counts. */
  readonly first: number;
  readonly last: number;
}

interface Writer {
  readonly state: StateBlock;
  /** The element whose words are read. */
  within: string;
  ordered: boolean;
  /** The list that is being written. */
  list: Token | undefined;
  /** Terms and cells that wait for what belongs to them. */
  waiting: Words[];
}

/**
 * The words of lines of HTML as tokens of markdown-it: paragraphs and headings; definitions, items
 * and the rows of tables as items; `summary` as a paragraph whose `info` says so. `details_open`
 * and `details_close` say where its part begins and ends.
 */
export function pushParts(state: StateBlock, startLine: number, html: string): void {
  const writer: Writer = { state, within: "p", ordered: false, list: undefined, waiting: [] };
  let from = 0;
  let line = startLine;
  const wordsUntil = (end: number): void => {
    const raw = html.slice(from, end);
    const text = raw.trim();
    const first = line + newlinesIn(raw.slice(0, raw.length - raw.trimStart().length));
    line += newlinesIn(raw);
    if (text !== "") write(writer, { text, first, last: first + newlinesIn(text) });
  };
  for (const match of html.matchAll(TAG)) {
    const [tag, slash, name] = match;
    if (name === undefined || match.index < from) continue;
    wordsUntil(match.index);
    line += newlinesIn(tag);
    from = match.index + tag.length;
    turn(writer, name, slash === "/");
  }
  wordsUntil(html.length);
  writeWaiting(writer);
  closeList(writer);
}

function turn(writer: Writer, name: string, closes: boolean): void {
  if (name === "details") {
    writeWaiting(writer);
    closeList(writer);
    writer.state.push(closes ? "details_close" : "details_open", "", 0);
  } else if (name === "ol" || name === "ul") {
    closeList(writer);
    writer.ordered = name === "ol" && !closes;
  } else if (name === "tr" || name === "dl" || name === "table") {
    writeWaiting(writer);
    writer.within = "p";
  } else if (/^(?:summary|h[1-6]|li|dt|dd|th|td)$/.test(name)) {
    if (name === "dt" && !closes) writeWaiting(writer);
    writer.within = closes ? "p" : name;
  }
}

function write(writer: Writer, words: Words): void {
  switch (writer.within) {
    case "dt":
    case "th":
    case "td":
      writer.waiting.push(words);
      return;
    case "dd":
      return writeItem(writer, defined(writer.waiting.splice(0), words));
    case "li":
      return writeItem(writer, words);
    default:
      closeList(writer);
      return writeBlock(writer, words);
  }
}

function writeBlock({ state, within }: Writer, words: Words): void {
  if (/^h[1-6]$/.test(within)) return pushWords(state, "heading", within, words);
  pushWords(state, "paragraph", "p", words, within === "summary" ? "summary" : "");
}

/** A row of cells, or a term without a definition. */
function writeWaiting(writer: Writer): void {
  const [first, ...rest] = writer.waiting.splice(0);
  if (first === undefined) return;
  const text = [first, ...rest].map((words) => words.text).join(" | ");
  writeItem(writer, { text, first: first.first, last: rest.at(-1)?.last ?? first.last });
}

function defined(terms: readonly Words[], words: Words): Words {
  const [first] = terms;
  if (first === undefined) return words;
  const term = bold(terms.map(({ text }) => text).join(", "));
  const between = words.first > (terms.at(-1)?.last ?? 0) ? "\n" : " ";
  return { text: `${term}${between}${words.text}`, first: first.first, last: words.last };
}

/** In bold, and with a colon where no mark ends it. */
export function bold(text: string): string {
  const ended = /[.?!:;,…]$/u.test(text) ? text : `${text}:`;
  return text.includes("*") ? ended : `**${ended}**`;
}

function writeItem(writer: Writer, words: Words): void {
  const { state, ordered } = writer;
  const kind = ordered ? "ordered_list" : "bullet_list";
  if (writer.list === undefined) {
    writer.list = state.push(`${kind}_open`, ordered ? "ol" : "ul", 1);
    writer.list.map = [words.first, words.last + 1];
  }
  writer.list.map = [writer.list.map?.[0] ?? words.first, words.last + 1];
  state.push("list_item_open", "li", 1).map = [words.first, words.last + 1];
  pushWords(state, "paragraph", "p", words);
  state.push("list_item_close", "li", -1);
}

function closeList(writer: Writer): void {
  const { state, list } = writer;
  if (list === undefined) return;
  state.push(list.type.replace("open", "close"), list.tag, -1);
  writer.list = undefined;
}

function pushWords(
  state: StateBlock,
  kind: "paragraph" | "heading",
  tag: string,
  { text, first, last }: Words,
  info = "",
): void {
  const open = state.push(`${kind}_open`, tag, 1);
  open.map = [first, last + 1];
  open.info = info;
  const inline = state.push("inline", "", 0);
  inline.content = text;
  inline.map = [first, last + 1];
  inline.children = [];
  state.push(`${kind}_close`, tag, -1);
}
