import type { Answer } from "../../src/index.ts";
import { answerJson } from "./answer-json.ts";

/** What an answer says whoever asks and whenever: all of it but its id and its query. */
type Said = Pick<Answer, "kind" | "version" | "confidence" | "related"> & {
  readonly parts: readonly unknown[];
};

interface Written {
  readonly said: Said;
  /** The JSON without its first two fields, which are the kind and the id. */
  readonly rest: Buffer;
}

/**
 * An answer as the bytes of its JSON. A question that is asked again gets the same outcome, whose parts are the same
 * objects: those are written once, for as long as somebody remembers them, and only the id is new. Nothing of the asker is
 * kept.
 */
export function createAnswerBytes(): (answer: Answer) => Uint8Array<ArrayBuffer> {
  const written = new WeakMap<object, Written>();

  function restOf(answer: Answer): Buffer {
    const said = saidBy(answer);
    const known = written.get(answer.related);
    if (known !== undefined && isSame(known.said, said)) return known.rest;
    const { kind: _kind, id: _id, ...others } = answerJson(answer);
    const rest = Buffer.from(`,${JSON.stringify(others).slice(1)}`);
    written.set(answer.related, { said, rest });
    return rest;
  }

  return (answer) => {
    const head = `{"kind":"${answer.kind}","id":${JSON.stringify(answer.id)}`;
    const rest = restOf(answer);
    const headBytes = Buffer.byteLength(head);
    const bytes = Buffer.allocUnsafe(headBytes + rest.length);
    bytes.write(head);
    bytes.set(rest, headBytes);
    return bytes;
  };
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
