import { markOf } from "./gap-question.ts";
import type { Gap, Gaps } from "./gaps.ts";
import type { Log, Pseudonym, RandomId, Snapshot } from "./ports.ts";
import type { Tell, Wishes } from "./tell-me.ts";
import { explain } from "./errors.ts";
import type { Asker } from "./types.ts";

export interface SettleParts {
  readonly knowledge: { readonly snapshot: Snapshot };
  readonly gaps: Pick<Gaps, "closeAnswered">;
  readonly wishes: Pick<Wishes, "fulfil">;
  readonly tell: Tell;
  /** Of the labels that somebody had when they asked to be told, those they have now. */
  readonly stillHeld: (channel: string, labels: readonly string[]) => Promise<readonly string[]>;
  readonly randomId: RandomId;
  readonly pseudonym: Pseudonym;
  readonly log: Log;
}

/**
 * What follows a reload, or a start with other pages: each waiting gap is asked anew and closed by that test, unless it is the
 * answer that did not help, and who wanted to hear gets the answer. Whoever reloaded calls it, once; what fails is tried again after the next reload.
 */
export async function settleGaps(
  parts: SettleParts,
): Promise<{ readonly closed: readonly Gap[]; readonly told: number }> {
  const { gaps, wishes, tell, stillHeld, randomId, pseudonym, log } = parts;
  const { snapshot } = parts.knowledge;
  const ask = (text: string, previous: readonly string[], asker: Asker) =>
    snapshot.answer({ text, asker }, { previous });
  try {
    const closed = await gaps.closeAnswered(async ({ question, labels, unhelpful }) => {
      const outcome = await ask(question, [], { id: "docent:reload", labels });
      return outcome.kind === "found" && markOf(outcome, pseudonym) !== unhelpful;
    });
    const told = await wishes.fulfil(async ({ question, previous, channel, labels }, { id }) => {
      // A month may have passed: who has left a group is not told what it may read.
      const asker = { id, labels: await stillHeld(channel, labels) };
      const outcome = await ask(question, previous, asker);
      const query = { text: question, asker };
      return { ...outcome, id: randomId(), query, version: snapshot.facts.version };
    }, tell);
    // Nobody may be waiting for a reply: the watcher reloads by itself, and a new version may come with a restart.
    if (closed.length > 0 || told > 0) {
      log.info({ closed: closed.map(({ number }) => number), told }, "gaps have an answer now");
    }
    return { closed, told };
  } catch (error) {
    log.warn({ error: explain(error) }, "gaps could not be settled after a reload");
    return { closed: [], told: 0 };
  }
}
