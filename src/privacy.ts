import { ANSWER_MS, ANSWER_PREFIX } from "./answer-records.ts";
import { RELOAD_NEWS } from "./admin/reload-news.ts";
import { AUDIT_MS, AUDIT_PREFIX } from "./audit.ts";
import { CHANNEL_PREFIX } from "./channels.ts";
import { CONVERSATION_PREFIX, turnsKey } from "./conversations.ts";
import { ESCALATION_PREFIX, RESOLVED_PREFIX, TAKEN_PREFIX } from "./escalations.ts";
import { VOTE_PREFIX } from "./feedback.ts";
import { MARK_PREFIX, ROW_PREFIX } from "./gap-records.ts";
import type { Gaps } from "./gaps.ts";
import { INBOX_PREFIX } from "./inbox.ts";
import type { Clock, Pseudonym, Store } from "./ports.ts";
import { redact } from "./redact.ts";
import { isRecord, isTexts } from "./shapes.ts";
import { WISH_MS, WISH_PREFIX } from "./tell-me.ts";
import type { Asker } from "./types.ts";

/** What was deleted, and how much of it. */
export interface Receipt {
  readonly deleted: readonly { readonly what: string; readonly count: number }[];
  readonly total: number;
}

export interface Privacy {
  /** Deletes everything about somebody at once. What others did stays, without their name in it. */
  forget(asker: Asker): Promise<Receipt>;
  /** Deletes everything of a workspace or guild: `slack:T1`, `discord:G1`. */
  purge(tenant: string): Promise<Receipt>;
  /** Deletes the words of one question, by the id of its answer: whoever asked it deleted or changed it. */
  retract(answer: string): Promise<void>;
}

export interface PrivacyParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly pseudonym: Pseudonym;
  readonly gaps: Pick<Gaps, "prune">;
  /** Beginnings of the keys that platform adapters keep of their own messages: `slack-thread:`. */
  readonly platformKeys: readonly string[];
}

/** What belongs to one person, by where it lies. */
const PERSONAL: readonly (readonly [what: string, prefix: string])[] = [
  ["answers", ANSWER_PREFIX],
  ["turns of conversations", CONVERSATION_PREFIX],
  ["votes", VOTE_PREFIX],
  ["wishes to be told", WISH_PREFIX],
  ["questions without an answer", ROW_PREFIX],
  ["questions in progress", INBOX_PREFIX],
];
/** What several took part in: somebody's name is taken out of it. */
const SHARED: readonly (readonly [what: string, prefix: string, ttlMs: number])[] = [
  ["administrative actions", AUDIT_PREFIX, AUDIT_MS],
  ["decisions on gaps", MARK_PREFIX, AUDIT_MS],
  ["escalations taken", TAKEN_PREFIX, AUDIT_MS],
  ["escalations resolved", RESOLVED_PREFIX, AUDIT_MS],
];
const FORGOTTEN = "forgotten";
/** What the inbox notes for an hour, under the channel's id: nobody sends those events again once Docent is gone. */
const CLAIM_PREFIX = "claim:";
/** Beginnings of the keys that the platform adapters keep of their own messages. */
export const PLATFORM_KEYS: readonly string[] = ["slack-", "discord-"];

export function createPrivacy(parts: PrivacyParts): Privacy {
  const { store, clock, pseudonym, gaps, platformKeys } = parts;

  async function removeWhere(
    prefix: string,
    isMeant: (value: Readonly<Record<string, unknown>>, key: string) => boolean,
  ): Promise<number> {
    let count = 0;
    for await (const [key, value] of store.entries(prefix)) {
      if (!isMeant(isRecord(value) ? value : { value }, key)) continue;
      await store.delete(key);
      if (prefix === CONVERSATION_PREFIX) await store.delete(turnsKey(key));
      if (prefix === ESCALATION_PREFIX) {
        const id = key.slice(prefix.length);
        for (const step of [TAKEN_PREFIX, RESOLVED_PREFIX]) await store.delete(step + id);
      }
      count += 1;
    }
    return count;
  }

  async function removeName(
    prefix: string,
    ttlMs: number,
    isMeant: (one: unknown) => boolean,
  ): Promise<number> {
    let count = 0;
    for await (const [key, value] of store.entries(prefix)) {
      if (!isRecord(value) || !Object.values(value).some(isMeant)) continue;
      const without = Object.entries(value).map(([name, one]) => [
        name,
        isMeant(one) ? FORGOTTEN : one,
      ]);
      const age = typeof value["at"] === "number" ? clock.now() - value["at"] : 0;
      await store.set(key, Object.fromEntries(without), { ttlMs: Math.max(1_000, ttlMs - age) });
      count += 1;
    }
    return count;
  }

  /** What somebody asked next was understood together with what they asked before. */
  async function removeFromLater(
    prefix: string,
    ttlMs: number,
    person: unknown,
    text: string,
  ): Promise<void> {
    for await (const [key, value] of store.entries(prefix)) {
      if (!isRecord(value) || value["person"] !== person) continue;
      const { previous, at } = value;
      if (!isTexts(previous) || !previous.includes(text)) continue;
      const without = { ...value, previous: previous.filter((one) => one !== text) };
      const age = typeof at === "number" ? clock.now() - at : 0;
      await store.set(key, without, { ttlMs: Math.max(1_000, ttlMs - age) });
    }
  }

  function receipt(counts: readonly (readonly [what: string, count: number])[]): Receipt {
    const deleted = counts
      .filter(([, count]) => count > 0)
      .map(([what, count]) => ({ what, count }));
    return { deleted, total: deleted.reduce((sum, { count }) => sum + count, 0) };
  }

  return {
    async forget({ id }) {
      const person = pseudonym(id);
      // Platforms' own ids are what adapters keep, not ours: `U1` of `slack:T1:U1`.
      const own = id.slice(id.lastIndexOf(":") + 1);
      const counts: [string, number][] = [];
      for (const [what, prefix] of PERSONAL) {
        counts.push([what, await removeWhere(prefix, (value) => value["person"] === person)]);
      }
      counts.push([
        "calls for a human",
        await removeWhere(ESCALATION_PREFIX, ({ asker }) => asker === id),
      ]);
      for (const prefix of platformKeys) {
        const count = await removeWhere(prefix, (value, key) =>
          [key, JSON.stringify(value)].some((text) => mentions(text, own)),
        );
        counts.push(["records of messages", count]);
      }
      for (const [what, prefix, ttlMs] of SHARED) {
        counts.push([what, await removeName(prefix, ttlMs, (one) => one === id)]);
      }
      await store.delete(RELOAD_NEWS);
      await gaps.prune();
      return receipt(merge(counts));
    },

    async retract(answer) {
      const record = await store.get(ANSWER_PREFIX + answer);
      if (!isRecord(record) || typeof record["text"] !== "string") return;
      const { person, text } = record;
      const words: readonly unknown[] = [text, redact(text)];
      const said = (value: Readonly<Record<string, unknown>>): boolean =>
        value["person"] === person &&
        (words.includes(value["text"]) || words.includes(value["question"]));
      await store.delete(ANSWER_PREFIX + answer);
      for (const prefix of [CONVERSATION_PREFIX, WISH_PREFIX, ROW_PREFIX]) {
        await removeWhere(prefix, said);
      }
      await removeFromLater(ANSWER_PREFIX, ANSWER_MS, person, text);
      await removeFromLater(WISH_PREFIX, WISH_MS, person, text);
      await store.delete(RELOAD_NEWS);
      await gaps.prune();
    },

    async purge(tenant) {
      const place = tenant.slice(tenant.indexOf(":") + 1);
      const counts: [string, number][] = [];
      const groups = [...PERSONAL, ...SHARED.map(([what, prefix]) => [what, prefix] as const)];
      for (const [what, prefix] of [...groups, ["calls for a human", ESCALATION_PREFIX] as const]) {
        counts.push([what, await removeWhere(prefix, (value) => value["tenant"] === tenant)]);
      }
      // What was decided about gaps that others have, too, stays, but not who of these people decided it.
      const isOurs = (one: unknown): boolean =>
        typeof one === "string" && one.startsWith(`${tenant}:`);
      counts.push(["decisions on gaps", await removeName(MARK_PREFIX, AUDIT_MS, isOurs)]);
      const inTenant = (_: unknown, key: string): boolean => mentions(key, place);
      counts.push(["channel settings", await removeWhere(CHANNEL_PREFIX, inTenant)]);
      counts.push(["notes of what was taken on", await removeWhere(CLAIM_PREFIX, inTenant)]);
      for (const prefix of platformKeys) {
        counts.push(["records of messages", await removeWhere(prefix, inTenant)]);
      }
      await store.delete(RELOAD_NEWS);
      await gaps.prune();
      return receipt(merge(counts));
    },
  };
}

/** Whether an id stands in a text as a whole word. */
function mentions(text: string, id: string): boolean {
  const isPart = (unit: string | undefined): boolean => unit !== undefined && /\w/u.test(unit);
  for (let at = text.indexOf(id); at !== -1; at = text.indexOf(id, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + id.length])) return true;
  }
  return false;
}

function merge(counts: readonly (readonly [what: string, count: number])[]): [string, number][] {
  const merged = new Map<string, number>();
  for (const [what, count] of counts) merged.set(what, (merged.get(what) ?? 0) + count);
  return [...merged];
}
