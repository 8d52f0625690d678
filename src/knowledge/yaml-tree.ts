import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Document } from "yaml";

export type YamlTree =
  | {
      readonly kind: "tree";
      readonly contents: Document.Parsed["contents"];
      /** The line a node begins on, the text's first being 1; 1 for what stands nowhere. */
      readonly lineOf: (node: unknown) => number;
    }
  | { readonly kind: "invalid"; readonly reason: string; readonly line: number };

/**
 * Hostile YAML as a syntax tree that is never turned into objects: an alias expands to nothing, a tag calls nothing, and
 * `__proto__` is a key like any other. Every scalar is taken as it is written. Never throws.
 */
export function parseYamlTree(text: string): YamlTree {
  const lines = new LineCounter();
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  let tree: Document.Parsed;
  try {
    tree = parseDocument(text, {
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
    // Nesting without end is the one thing that the library throws at.
    const reason = error instanceof Error ? error.message : "unreadable";
    return { kind: "invalid", reason, line: 1 };
  }
  const [fault] = tree.errors;
  if (fault !== undefined) {
    const reason = fault.message.split("\n", 1)[0] ?? "";
    return { kind: "invalid", reason, line: lineAt(fault.pos[0]) };
  }
  return {
    kind: "tree",
    contents: tree.contents,
    lineOf(node) {
      const start = isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
      return start == null ? 1 : lineAt(start);
    },
  };
}
