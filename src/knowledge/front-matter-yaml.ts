import { isMap, isScalar, isSeq } from "yaml";
import { readPlainYaml } from "./plain-yaml.ts";
import { parseYamlTree } from "./yaml-tree.ts";

/** A piece of text with the file's line it stands on. */
export interface LinedText {
  readonly text: string;
  readonly line: number;
}

export interface YamlEntry {
  readonly key: string;
  readonly line: number;
  /** Text, a list of texts, nothing, or what front matter has no use for. */
  readonly value:
    | { readonly kind: "text"; readonly text: LinedText }
    | { readonly kind: "list"; readonly texts: readonly LinedText[] }
    | { readonly kind: "nothing" }
    | { readonly kind: "unusable"; readonly what: string };
}

export type Yaml =
  | { readonly kind: "entries"; readonly entries: readonly YamlEntry[] }
  | { readonly kind: "invalid"; readonly reason: string; readonly line: number };

/**
 * The entries of a YAML mapping, in order and with repetitions; every scalar as it is written: `1.10` stays `1.10` and
 * `no` stays `no`. Never throws. `firstLine` is the file's line of the text's first.
 */
export function readYaml(yaml: string, firstLine: number): Yaml {
  const plain = readPlainYaml(yaml, firstLine);
  return plain === undefined ? readAnyYaml(yaml, firstLine) : { kind: "entries", entries: plain };
}

/** The same by the YAML parser. */
export function readAnyYaml(yaml: string, firstLine: number): Yaml {
  const tree = parseYamlTree(yaml);
  if (tree.kind === "invalid") return { ...tree, line: firstLine - 1 + tree.line };
  const { contents } = tree;
  const lineOf = (node: unknown): number => firstLine - 1 + tree.lineOf(node);
  if (contents === null || (isScalar(contents) && textOf(contents) === undefined)) {
    return { kind: "entries", entries: [] };
  }
  if (!isMap(contents)) {
    return { kind: "invalid", reason: "it is not made of `key: value` lines", line: firstLine };
  }

  const entries = contents.items.map((pair): YamlEntry => {
    const line = lineOf(pair.key);
    const key = isScalar(pair.key) ? String(pair.key.value) : "(a key that is no text)";
    return { key, line, value: valueOf(pair.value, line, lineOf) };
  });
  return { kind: "entries", entries };
}

function valueOf(
  node: unknown,
  line: number,
  lineOf: (node: unknown) => number,
): YamlEntry["value"] {
  if (node === null) return { kind: "nothing" };
  if (isScalar(node)) {
    const text = textOf(node);
    return text === undefined ? { kind: "nothing" } : { kind: "text", text: { text, line } };
  }
  if (!isSeq(node)) return { kind: "unusable", what: isMap(node) ? "keys of its own" : "an alias" };
  const texts: LinedText[] = [];
  for (const item of node.items) {
    if (!isScalar(item)) return { kind: "unusable", what: "a list of more than texts" };
    const text = textOf(item);
    if (text !== undefined) texts.push({ text, line: lineOf(item) });
  }
  return { kind: "list", texts };
}

/** Undefined for what YAML knows as null: an empty value, `~`, `null`. */
function textOf(scalar: { readonly value: unknown; readonly type?: unknown }): string | undefined {
  const text = String(scalar.value).replace(/\s+/g, " ").trim();
  if (text === "") return undefined;
  return scalar.type === "PLAIN" && /^(?:~|null)$/i.test(text) ? undefined : text;
}
