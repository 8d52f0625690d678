import { isDeepStrictEqual } from "node:util";
import { passagesOf } from "../../src/knowledge/passages.ts";
import { HOSTILE } from "./hostile-markdown.ts";

/** What became of a hostile page. */
export interface ReadHostile {
  /** Passages and problems together. */
  readonly made: number;
  /** Whether passages come out the same where they go to a thread and into JSON and back: they are no deeper than these bear. */
  readonly bearable: boolean;
  /** In words; empty where it was read without an error. */
  readonly error: string;
}

/**
 * Run as a process of its own, where nobody counts what of the code has run: large pages would take three times as long. Prints
 * what became of each hostile page of the size given.
 */
const size = Number(process.argv[2]);

function read(markdown: string): ReadHostile {
  try {
    const { passages, problems } = passagesOf({ path: "page.md", markdown });
    const copy: unknown = JSON.parse(JSON.stringify(structuredClone(passages)));
    const made = passages.length + problems.length;
    return { made, bearable: isDeepStrictEqual(copy, passages), error: "" };
  } catch (error) {
    return { made: 0, bearable: false, error: String(error) };
  }
}

const entries = Object.entries(HOSTILE).map(([name, make]) => [name, read(make(size))]);
process.stdout.write(JSON.stringify(Object.fromEntries(entries)));
