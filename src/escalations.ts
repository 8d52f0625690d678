import type { Clock, Escalations, RandomId, Store } from "./ports.ts";
import { isRecord } from "./shapes.ts";
import { tenantOf } from "./tenant.ts";
import type { Escalation } from "./types.ts";

export interface EscalationParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly randomId: RandomId;
  /** A human attached an answer: it waits as a draft for an author, and is never live by itself. */
  readonly answered: (question: string, answer: string) => Promise<void>;
}

export const ESCALATION_PREFIX = "escalation:";
export const TAKEN_PREFIX = "escalation-taken:";
export const RESOLVED_PREFIX = "escalation-resolved:";
const KEPT_MS = 90 * 86_400_000;
const ID = /^[\w-]{1,64}$/u;

/**
 * Each step is a claim of its own: of two who press at once, on any platform and replica, one takes it and one resolves
 * it, and nothing is read, changed and written back.
 */
export function createEscalations({
  store,
  clock,
  randomId,
  answered,
}: EscalationParts): Escalations {
  async function get(id: string): Promise<Escalation | undefined> {
    if (!ID.test(id)) return undefined;
    const [opened, taken, resolved] = await Promise.all([
      store.get(ESCALATION_PREFIX + id),
      store.get(TAKEN_PREFIX + id),
      store.get(RESOLVED_PREFIX + id),
    ]);
    if (!isRecord(opened)) return undefined;
    const { question, asker, permalink } = opened;
    if (typeof question !== "string" || typeof asker !== "string") return undefined;
    if (typeof permalink !== "string") return undefined;
    const open = { id, question, asker, permalink };
    if (isRecord(resolved) && typeof resolved["by"] === "string") {
      const { by, answer } = resolved;
      return { ...open, state: "resolved", by, ...(typeof answer === "string" && { answer }) };
    }
    if (isRecord(taken) && typeof taken["by"] === "string") {
      return { ...open, state: "taken", by: taken["by"] };
    }
    return { ...open, state: "open" };
  }

  const step = (by: string, answer?: string): object => ({
    by,
    tenant: tenantOf({ id: by, labels: [] }),
    at: clock.now(),
    ...(answer !== undefined && { answer }),
  });

  return {
    get,
    async open({ id: answerId, query }, permalink) {
      const id = randomId();
      const escalation = {
        question: query.text,
        asker: query.asker.id,
        tenant: tenantOf(query.asker),
        permalink,
        at: clock.now(),
      };
      await store.set(ESCALATION_PREFIX + id, escalation, { ttlMs: KEPT_MS });
      // Pressing twice, or two people below one answer, is one call for help.
      const key = `escalation-of:${answerId}`;
      if (!(await store.claim(key, { ttlMs: KEPT_MS, value: id }))) {
        const first = await store.get(key);
        const existing = typeof first === "string" ? await get(first) : undefined;
        if (existing !== undefined) {
          await store.delete(ESCALATION_PREFIX + id);
          return existing;
        }
      }
      const { question, asker } = escalation;
      return { id, question, asker, permalink, state: "open" };
    },

    async take(id, by) {
      const before = await get(id);
      if (before === undefined || before.state === "resolved") return undefined;
      await store.claim(TAKEN_PREFIX + id, { ttlMs: KEPT_MS, value: step(by) });
      return get(id);
    },

    async resolve(id, by, answer) {
      const before = await get(id);
      if (before === undefined || before.state === "resolved") return undefined;
      const first = await store.claim(RESOLVED_PREFIX + id, {
        ttlMs: KEPT_MS,
        value: step(by, answer),
      });
      if (!first) return undefined;
      if (answer !== undefined) await answered(before.question, answer);
      return get(id);
    },
  };
}
