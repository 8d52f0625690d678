import { isMap, isScalar, isSeq } from "yaml";
import type { Problem } from "../types.ts";
import { closest } from "./closest.ts";
import { parseYamlTree } from "./yaml-tree.ts";

/** The one file of a knowledge folder that holds questions for all of it. */
export const QUESTION_FILE = "questions.yaml";

/** A question for the whole folder, and what has to become of it. */
export interface ExpectedQuestion {
  readonly text: string;
  readonly line: number;
  /** `page` or `page#section`: it has to be answered from one of them; none where it does not matter. */
  readonly expect: readonly string[];
  /** The answer has to hold each of these texts. */
  readonly expectText: readonly string[];
  /** Docent has to be silent. */
  readonly abstain: boolean;
}

const KEYS = ["ask", "question", "expect", "expect-text", "abstain"] as const;
type Key = (typeof KEYS)[number];

const EXAMPLE =
  'Write `- ask: "…"` and below it `expect: page.md`, `expect-text: …` or `abstain: true`.';

/**
 * Reads `questions.yaml`: a list of entries with `ask` (or `question`) and one or more of `expect`, `expect-text` and
 * `abstain: true`. An entry that cannot be read is left out with an error. Never throws.
 */
export function readQuestionFile(text: string): {
  readonly questions: readonly ExpectedQuestion[];
  readonly problems: readonly Problem[];
} {
  const questions: ExpectedQuestion[] = [];
  const problems: Problem[] = [];
  const complain = (line: number, code: string, message: string, remedy: string): void => {
    problems.push({ page: QUESTION_FILE, line, severity: "error", code, message, remedy });
  };
  const tree = parseYamlTree(text);
  if (tree.kind === "invalid") {
    const message = `The file is not readable YAML (${tree.reason})`;
    complain(tree.line, "questions-syntax", message, EXAMPLE);
    return { questions, problems };
  }
  const { contents, lineOf } = tree;
  if (contents === null || (isScalar(contents) && contents.value === ""))
    return { questions, problems };
  if (!isSeq(contents)) {
    complain(lineOf(contents), "questions-syntax", "The file is not a list of questions", EXAMPLE);
    return { questions, problems };
  }
  for (const entry of contents.items) {
    const line = lineOf(entry);
    if (!isMap(entry)) {
      complain(line, "question-broken", "The entry has no keys", EXAMPLE);
      continue;
    }
    const values = new Map<Key, readonly string[]>();
    let readable = true;
    for (const { key, value } of entry.items) {
      const name = isScalar(key) ? String(key.value) : "";
      const texts = textsOf(value);
      if (!isKey(name)) {
        complain(lineOf(key), "unknown-key", ...unknownKey(name));
        readable = false;
      } else if (texts === undefined) {
        const message = `\`${name}\` has to be text or a list of texts`;
        complain(lineOf(key), "wrong-type", message, EXAMPLE);
        readable = false;
      } else values.set(name, texts);
    }
    if (!readable) continue;
    const read = expected(values, line);
    if (typeof read === "string") complain(line, "question-broken", read, EXAMPLE);
    else questions.push(read);
  }
  return { questions, problems };
}

function expected(
  values: ReadonlyMap<Key, readonly string[]>,
  line: number,
): ExpectedQuestion | string {
  const [text] = values.get("ask") ?? values.get("question") ?? [];
  if (text === undefined) return "The entry asks nothing";
  const [abstain = "false"] = values.get("abstain") ?? [];
  if (abstain !== "true" && abstain !== "false") return "`abstain` has to be true or false";
  const expect = values.get("expect") ?? [];
  const expectText = values.get("expect-text") ?? [];
  const answered = expect.length + expectText.length > 0;
  if (abstain === "true" && answered) return "The entry expects an answer and silence at once";
  if (abstain === "false" && !answered) return "The entry expects nothing";
  return { text, line, expect, expectText, abstain: abstain === "true" };
}

function isKey(name: string): name is Key {
  return (KEYS as readonly string[]).includes(name);
}

function unknownKey(name: string): [message: string, remedy: string] {
  const message = `\`${name.slice(0, 60)}\` is not known in ${QUESTION_FILE}`;
  const meant = closest(name, KEYS);
  if (meant === undefined) return [message, `The known keys are ${KEYS.join(", ")}.`];
  return [`${message}, did you mean \`${meant}\`?`, `Rename it to \`${meant}\`.`];
}

/** Undefined where it is neither text nor a list of texts; empty texts count for nothing. */
function textsOf(value: unknown): readonly string[] | undefined {
  const nodes = isSeq(value) ? value.items : value === null ? [] : [value];
  const texts: string[] = [];
  for (const node of nodes) {
    if (!isScalar(node)) return undefined;
    const text = String(node.value).replace(/\s+/g, " ").trim();
    if (text !== "") texts.push(text);
  }
  return texts;
}
