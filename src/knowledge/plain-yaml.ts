import type { LinedText, YamlEntry } from "./front-matter-yaml.ts";

/** A key that needs no quotes, with a length that YAML allows. */
const KEY = /^[A-Za-z][\w.-]{0,60}$/;
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;
/** Begins like no sign of YAML's, and holds none of the two that end it. */
const PLAIN = /^[\p{L}\p{N}](?!.*(?:: | #|:$))/u;
const FLOW_ITEM = / *(?:("[^"\\]*") *|([\p{L}\p{N}][^[\]{},#:]*))(?:,|$)/uy;
const ODD_SPACE = /[^\S \n]/;

/**
 * The entries of front matter as nearly everybody writes it: keys with a text, a list in brackets or a list of lines, on one
 * line each, without escapes or nesting. Undefined where there is anything else, which is for the YAML parser
 * to read; what is read here, it would read the same, in twenty times the time.
 */
export function readPlainYaml(yaml: string, firstLine: number): readonly YamlEntry[] | undefined {
  if (ODD_SPACE.test(yaml)) return undefined;
  const entries: YamlEntry[] = [];
  let list: { readonly indent: number; readonly texts: LinedText[] } | undefined;
  /** A key without a value, whose list may follow. */
  let open: { readonly key: string; readonly line: number } | undefined;
  for (const [index, raw] of yaml.split("\n").entries()) {
    const line = firstLine + index;
    const written = raw.trim();
    if (written === "" || written.startsWith("#")) continue;
    const indent = raw.length - raw.trimStart().length;
    if (written.startsWith("- ")) {
      const scalar = scalarOf(written.slice(1).trim());
      if (scalar === undefined) return undefined;
      if (open !== undefined) {
        list = { indent, texts: [] };
        entries[entries.length - 1] = { ...open, value: { kind: "list", texts: list.texts } };
        open = undefined;
      }
      if (list?.indent !== indent) return undefined;
      if (scalar !== "") list.texts.push({ text: scalar, line });
      continue;
    }
    const colon = raw.indexOf(":");
    const key = raw.slice(0, colon);
    if (colon < 0 || !KEY.test(key) || (raw[colon + 1] ?? " ") !== " ") return undefined;
    const said = raw.slice(colon + 1).trim();
    const value = valueOf(said, line);
    if (value === undefined) return undefined;
    entries.push({ key, line, value });
    list = undefined;
    open = said === "" ? { key, line } : undefined;
  }
  return entries;
}

/** What YAML takes for something else than a text, or for none. */
const NO_TEXT = /^(?:true|false|null|0[xo][\da-f]*|\d[\d_.:e+-]*|"\s*"|)$/i;

/** A list of lists of words, each in brackets on a line of its own: like `readPlainYaml`, and undefined for the like. */
export function readPlainLists(yaml: string): readonly (readonly string[])[] | undefined {
  if (ODD_SPACE.test(yaml)) return undefined;
  const lists: string[][] = [];
  for (const raw of yaml.split("\n")) {
    const written = raw.trimEnd();
    if (written === "" || written.startsWith("#")) continue;
    const items = written.slice("- [".length, -1).split(",");
    if (!written.startsWith("- [") || items.some((item) => NO_TEXT.test(item.trim())))
      return undefined;
    const value = flowList(written.slice(2), 0);
    if (value?.kind !== "list") return undefined;
    lists.push(value.texts.map(({ text }) => text));
  }
  return lists.length === 0 ? undefined : lists;
}

function valueOf(written: string, line: number): YamlEntry["value"] | undefined {
  if (written === "") return { kind: "nothing" };
  if (written.startsWith("[")) return flowList(written, line);
  const text = scalarOf(written);
  if (text === undefined) return undefined;
  return text === "" ? { kind: "nothing" } : { kind: "text", text: { text, line } };
}

/** Undefined: not as simple as that. Empty: nothing is said. */
function scalarOf(written: string): string | undefined {
  if (QUOTED.test(written)) return oneSpaced(written.slice(1, -1));
  if (!PLAIN.test(written)) return undefined;
  return /^null$/i.test(written) ? "" : oneSpaced(written);
}

function flowList(written: string, line: number): YamlEntry["value"] | undefined {
  if (!written.endsWith("]")) return undefined;
  const inside = written.slice(1, -1).trim();
  const texts: LinedText[] = [];
  for (FLOW_ITEM.lastIndex = 0; FLOW_ITEM.lastIndex < inside.length;) {
    const [, quoted, plain = ""] = FLOW_ITEM.exec(inside) ?? [];
    if (quoted === undefined && plain === "") return undefined;
    const text = scalarOf(quoted ?? plain.trimEnd());
    if (text === undefined) return undefined;
    if (text !== "") texts.push({ text, line });
  }
  return inside.endsWith(",") ? undefined : { kind: "list", texts };
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
