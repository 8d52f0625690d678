import type { Answer, Outcome } from "../../src/index.ts";
import type { View } from "./buttons.ts";
import type { Body, Outgoing } from "./components.ts";

interface Written {
  /** What it was drawn from. */
  readonly outcome: Outcome;
  /** The day (UTC) it was drawn on: how long ago a page was reviewed is said in days. */
  readonly day: number;
  readonly message: Omit<Body, "components">;
  /** The JSON of its components, parted wherever the answer's id belongs. */
  readonly pieces: readonly string[];
}

const DAY_MS = 86_400_000;

/**
 * Writes each outcome once: a question that is asked again has an answer which differs from the one before in nothing but
 * its id. Drawing and writing it are a tenth of what a command takes. What nobody holds any more is not kept.
 *
 * `draw` sees of an answer its outcome and its id, and nothing else that may differ. `standIn` takes the id's place
 * meanwhile: as long as ids are, and random, so that no page can hold it.
 */
export function createWriting(
  draw: (answer: Answer, view: View, now: number) => Body,
  standIn: string,
): (answer: Answer, view: View, now: number) => Outgoing {
  const kept = {
    private: new WeakMap<object, Written>(),
    public: new WeakMap<object, Written>(),
    auto: new WeakMap<object, Written>(),
  } satisfies Record<View, WeakMap<object, Written>>;

  return (answer, view, now) => {
    const day = Math.floor(now / DAY_MS);
    const before = kept[view].get(answer.related);
    if (before !== undefined && before.day === day && isSame(before.outcome, answer)) {
      return { ...before.message, components: before.pieces.join(answer.id) };
    }
    const { components, ...message } = draw({ ...answer, id: standIn }, view, now);
    const pieces = JSON.stringify(components).split(standIn);
    kept[view].set(answer.related, { outcome: outcomeOf(answer), day, message, pieces });
    return { ...message, components: pieces.join(answer.id) };
  };
}

/** Without who asked, and in which words. */
function outcomeOf(answer: Answer): Outcome {
  const { id: _id, query: _query, version: _version, ...outcome } = answer;
  return outcome;
}

/** The very same parts, not equal ones: parts never change. */
function isSame(one: Outcome, other: Outcome): boolean {
  if (one.kind === "found") {
    return other.kind === "found" && one.body === other.body && one.citations === other.citations;
  }
  return (
    other.kind === "abstained" && one.reason === other.reason && one.didYouMean === other.didYouMean
  );
}
