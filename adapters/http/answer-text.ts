import type { Answer } from "../../src/index.ts";
import { answerJson } from "./answer-json.ts";
import { byteText } from "./byte-text.ts";

/** What an answer says whoever asks and whenever, all of it but its id and its query; and its JSON without kind and id. */
interface Written extends Pick<Answer, "kind" | "version" | "confidence" | "related"> {
  readonly parts: readonly [unknown, unknown];
  readonly rest: string;
}

/**
 * An answer as the `byteText` of its JSON. A question that is asked again gets the same outcome, whose parts are the same
 * objects: those are written once, for as long as somebody remembers them, and only the id is new. Nothing of the asker is
 * kept.
 */
export function createAnswerText(): (answer: Answer) => string {
  const written = new WeakMap<object, Written>();

  function restOf(answer: Answer): string {
    const known = written.get(answer.related);
    if (known !== undefined && says(known, answer)) return known.rest;
    const { kind, id: _id, ...others } = answerJson(answer);
    const rest = byteText(`,${JSON.stringify(others).slice(1)}`);
    const { version, confidence, related } = answer;
    const parts = [firstPart(answer), secondPart(answer)] as const;
    written.set(related, { kind, version, confidence, related, parts, rest });
    return rest;
  }

  return (answer) =>
    byteText(`{"kind":"${answer.kind}","id":${JSON.stringify(answer.id)}`) + restOf(answer);
}

const firstPart = (answer: Answer): unknown =>
  answer.kind === "found" ? answer.body : answer.reason;
const secondPart = (answer: Answer): unknown =>
  answer.kind === "found" ? answer.citations : answer.didYouMean;

/** Everything in an answer is immutable: the same objects say the same. */
function says(written: Written, answer: Answer): boolean {
  return (
    written.kind === answer.kind &&
    written.version === answer.version &&
    written.confidence === answer.confidence &&
    written.related === answer.related &&
    written.parts[0] === firstPart(answer) &&
    written.parts[1] === secondPart(answer)
  );
}
