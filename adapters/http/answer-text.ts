import type { Answer } from "../../src/index.ts";
import { answerJson } from "./answer-json.ts";

/** What an answer says whoever asks and whenever: all of it but its id and its query. */
type Said = Pick<Answer, "kind" | "version" | "confidence" | "related"> & {
  readonly parts: readonly unknown[];
};

interface Written {
  readonly said: Said;
  /** The JSON without its first two fields, which are the kind and the id. */
  readonly rest: string;
}

/**
 * An answer as the text of its JSON. A question that is asked again gets the same outcome, whose parts are the same
 * objects: those are written once, for as long as somebody remembers them, and only the id is new. Nothing of the asker is
 * kept. Not as bytes: Node sends a text in one piece with its headers, and bytes as a piece of their own, which costs more
 * than to encode them.
 */
export function createAnswerText(): (answer: Answer) => string {
  const written = new WeakMap<object, Written>();

  function restOf(answer: Answer): string {
    const said = saidBy(answer);
    const known = written.get(answer.related);
    if (known !== undefined && isSame(known.said, said)) return known.rest;
    const { kind: _kind, id: _id, ...others } = answerJson(answer);
    const rest = `,${JSON.stringify(others).slice(1)}`;
    written.set(answer.related, { said, rest });
    return rest;
  }

  return (answer) => `{"kind":"${answer.kind}","id":${JSON.stringify(answer.id)}${restOf(answer)}`;
}

function saidBy(answer: Answer): Said {
  const { kind, version, confidence, related } = answer;
  const parts =
    answer.kind === "found" ? [answer.body, answer.citations] : [answer.reason, answer.didYouMean];
  return { kind, version, confidence, related, parts };
}

/** Everything in an answer is immutable: the same objects say the same. */
function isSame(one: Said, other: Said): boolean {
  return (
    one.kind === other.kind &&
    one.version === other.version &&
    one.confidence === other.confidence &&
    one.related === other.related &&
    one.parts.every((part, index) => part === other.parts[index])
  );
}
