import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Document } from "yaml";

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
 * The entries of a YAML mapping, in order and with repetitions. The syntax tree is walked and never
 * turned into objects: an alias expands to nothing, a tag calls nothing, and `__proto__` is a key
 * like any other. Every scalar is taken as it is written: `1.10` stays `1.10` and `no` stays `no`.
 * Never throws. `firstLine` is the file's line of the text's first.
 */
export function readYaml(yaml: string, firstLine: number): Yaml {
  const lines = new LineCounter();
  const lineAt = (offset: number | undefined): number =>
    offset === undefined ? firstLine : firstLine - 1 + Math.max(1, lines.linePos(offset).line);
  let tree: Document.Parsed;
  try {
    tree = parseDocument(yaml, {
      // All scalars are text, so no type is ever guessed.
      schema: "failsafe",
      merge: false,
      // The library compares every key with every other; repetitions are found by the reader of the entries.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
      lineCounter: lines,
    });
  } catch (error) {
    return {
      kind: "invalid",
      reason: error instanceof Error ? error.message : "unreadable",
      line: firstLine,
    };
  }
  const fault = tree.errors[0];
  if (fault !== undefined) {
    return {
      kind: "invalid",
      reason: fault.message.split("\n", 1)[0] ?? "",
      line: lineAt(fault.pos[0]),
    };
  }
  if (tree.contents === null || (isScalar(tree.contents) && textOf(tree.contents) === undefined)) {
    return { kind: "entries", entries: [] };
  }
  if (!isMap(tree.contents)) {
    return { kind: "invalid", reason: "it is not made of `key: value` lines", line: firstLine };
  }

  const entries = tree.contents.items.map((pair): YamlEntry => {
    const line = lineAt(rangeStart(pair.key));
    const key = isScalar(pair.key) ? String(pair.key.value) : "(a key that is no text)";
    return { key, line, value: valueOf(pair.value, line, lineAt) };
  });
  return { kind: "entries", entries };
}

function valueOf(
  node: unknown,
  line: number,
  lineAt: (offset: number | undefined) => number,
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
    if (text !== undefined) texts.push({ text, line: lineAt(rangeStart(item)) });
  }
  return { kind: "list", texts };
}

/** Undefined for what YAML knows as null: an empty value, `~`, `null`. */
function textOf(scalar: { readonly value: unknown; readonly type?: unknown }): string | undefined {
  const text = String(scalar.value).replace(/\s+/g, " ").trim();
  if (text === "") return undefined;
  return scalar.type === "PLAIN" && /^(?:~|null)$/i.test(text) ? undefined : text;
}

function rangeStart(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? undefined) : undefined;
}
