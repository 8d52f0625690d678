import { adapterOf, tenantOf } from "./tenant.ts";
import { createBestEffort } from "./best-effort.ts";
import { explain } from "./errors.ts";
import { parseInboxRow } from "./inbox-row.ts";
import type { InboxRow } from "./inbox-row.ts";
import type { Clock, Log, Message, Metrics, Pseudonym, RandomId, Store } from "./ports.ts";
import { isAlive, LEASE_MS } from "./replicas.ts";

/** What this process has taken on; given back by `end`. */
export interface Ticket {
  /** Another process accepted it before and did not end it: it may have answered. */
  readonly resumed: boolean;
  /** False: we took so long that another replica thought us dead and took it over. */
  stillOurs(): Promise<boolean>;
  end(): Promise<void>;
  /** Neither answer nor apology came through: somebody tries again a little later. */
  putBack(): Promise<void>;
  /** There was no room: it is taken up as soon as there may be some, however often that happens. */
  postpone(): Promise<void>;
}

export interface Inbox {
  /** Undefined: somebody has it already, under one of its ids. */
  accept(message: Message): Promise<Ticket | undefined>;
  /**
   * Hands on what dead processes left behind, each to one caller only. `resume` is the adapter's; it leads back to
   * `accept`. Events of adapters that do not run here are left to a replica where they do. The number handed on; resolves
   * when they have ended, which may take as long as a platform does.
   */
  resumeOrphans(resume: Resume, runsHere?: (adapter: string) => boolean): Promise<number>;
}

/** A row whose owner is gone. */
interface Left {
  readonly token: string;
  readonly row: InboxRow;
}

type Resume = (adapter: string, event: unknown) => Promise<void>;

export const INBOX_PREFIX = "inbox:";
/** Longer than any platform redelivers what is still young enough to be answered. */
const CLAIM_MS = 60 * 60_000;
const ROW_MS = 60 * 60_000;
/** A taker that dies before it has signed the row leaves it to the next after this long. */
const TAKEOVER_MS = 20_000;
const RETRY_MS = 10_000;
const ATTEMPTS = 4;
/** A backlog is handed on so many at a time. */
const AT_ONCE = 32;
const NOBODY = "nobody";

/**
 * Row and claims in one step: whatever moment a process dies at, its row leads another to the event, and the claims, which
 * carry the row's token, tell that one apart from a duplicate. All ids are claimed or none, so that of messages that share
 * ids in any combination one gets all of its own.
 */
export function createInbox({
  store,
  clock,
  randomId,
  pseudonym,
  log,
  metrics,
  replica,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly randomId: RandomId;
  readonly pseudonym: Pseudonym;
  readonly log: Log;
  readonly metrics: Metrics;
  /** This process, as its heartbeat names it. */
  readonly replica: string;
}): Inbox {
  const attempt = createBestEffort(log, metrics);
  /** What this process is handing on right now: the first id, and the row it comes from. */
  const resuming = new Map<string, Left>();
  /** Tokens of what this process works on: a row of ours that is not among them could not be removed when it ended. */
  const active = new Set<string>();

  const write = (token: string, row: InboxRow): Promise<void> =>
    attempt("inbox", undefined, () => store.set(INBOX_PREFIX + token, row, { ttlMs: ROW_MS }));
  const remove = async (token: string): Promise<void> => {
    active.delete(token);
    await attempt("inbox", false, () => store.delete(INBOX_PREFIX + token));
  };

  function rowOf(message: Message, first: string): InboxRow | undefined {
    if (message.event === undefined) return undefined;
    const { asker } = message.query;
    return {
      adapter: adapterOf(asker.id),
      person: pseudonym(asker.id),
      tenant: tenantOf(asker),
      event: message.event,
      first,
      owner: replica,
      attempts: 1,
      notBefore: 0,
    };
  }

  /**
   * True when all ids are ours; a row that is new is written in the same step. Without a store everybody is let in: a double
   * answer is better than none.
   */
  const take = (message: Message, token: string, fresh: InboxRow | undefined): Promise<boolean> =>
    attempt("inbox", true, () =>
      store.claimAll(claimsOf(message), {
        ttlMs: CLAIM_MS,
        value: token,
        ...(fresh !== undefined && {
          beside: { key: INBOX_PREFIX + token, value: fresh, ttlMs: ROW_MS },
        }),
      }),
    );

  async function handOn({ token, row }: Left, resume: Resume): Promise<boolean> {
    const takeover = `takeover:${token}:${row.owner}:${row.attempts}`;
    if (!(await store.claim(takeover, { ttlMs: TAKEOVER_MS }))) return false;
    // It was read a while ago where a backlog is long: somebody else may have had it since.
    const current = parseInboxRow(await store.get(INBOX_PREFIX + token));
    if (current?.owner !== row.owner || current.attempts !== row.attempts) return false;
    if (row.attempts >= ATTEMPTS) {
      metrics.count("inbox_given_up_total");
      log.error(
        { adapter: row.adapter },
        "a question is given up: each process that took it ended",
      );
      await remove(token);
      return false;
    }
    const ours = { ...row, owner: replica, attempts: row.attempts + 1 };
    await store.set(INBOX_PREFIX + token, ours, { ttlMs: ROW_MS });
    active.add(token);
    resuming.set(row.first, { token, row: ours });
    try {
      await resume(row.adapter, row.event);
      // The adapter found nothing to answer in it any more: deleted, or not understood by this version.
      if (resuming.has(row.first)) await remove(token);
      return true;
    } catch (error) {
      log.error({ adapter: row.adapter, error: explain(error) }, "an event could not be resumed");
      if (resuming.has(row.first)) await putBack(token, ours);
      return false;
    } finally {
      resuming.delete(row.first);
      active.delete(token);
    }
  }

  async function putBack(token: string, row: InboxRow): Promise<void> {
    await write(token, { ...row, owner: NOBODY, notBefore: clock.now() + RETRY_MS * row.attempts });
    active.delete(token);
  }

  return {
    async accept(message) {
      if (message.ids.length === 0) return ON_THE_LINE;
      const first = firstOf(message);
      const left = resuming.get(first);
      resuming.delete(first);
      const token = left?.token ?? randomId();
      const row = left?.row ?? rowOf(message, first);
      active.add(token);
      const end = async (): Promise<void> => {
        if (row === undefined) active.delete(token);
        else await remove(token);
      };
      if (!(await take(message, token, left === undefined ? row : undefined))) {
        if (left === undefined) active.delete(token);
        else await end();
        return undefined;
      }
      const acceptedAt = clock.now();
      return {
        resumed: left !== undefined,
        async stillOurs() {
          if (row === undefined || clock.now() - acceptedAt < LEASE_MS) return true;
          const current = await attempt("inbox", undefined, () => store.get(INBOX_PREFIX + token));
          // Gone altogether (flushed, expired): nobody else can have it either.
          return current === undefined || parseInboxRow(current)?.owner === replica;
        },
        end,
        putBack: () => (row === undefined ? end() : putBack(token, row)),
        postpone: () =>
          row === undefined ? end() : putBack(token, { ...row, attempts: row.attempts - 1 }),
      };
    },

    async resumeOrphans(resume, runsHere = () => true) {
      const orphans: Left[] = [];
      const alive = new Map<string, boolean>();
      for await (const [key, value] of store.entries(INBOX_PREFIX)) {
        const row = parseInboxRow(value);
        const token = key.slice(INBOX_PREFIX.length);
        if (row === undefined || row.notBefore > clock.now() || active.has(token)) continue;
        if (!runsHere(row.adapter)) continue;
        if (row.owner === replica) {
          await remove(token);
          continue;
        }
        if (!alive.has(row.owner)) alive.set(row.owner, await isAlive(store, row.owner));
        if (alive.get(row.owner) === false) orphans.push({ token, row });
      }
      let handedOn = 0;
      const left = orphans.values();
      const takeUp = async (): Promise<void> => {
        for (const orphan of left) if (await handOn(orphan, resume)) handedOn += 1;
      };
      await Promise.all(Array.from({ length: AT_ONCE }, takeUp));
      return handedOn;
    },
  };
}

function firstOf({ ids }: Message): string {
  return ids.toSorted()[0] ?? "";
}

const nothing = async (): Promise<void> => undefined;
/** Of a message without ids: nobody else can have it, and nothing is left to find. */
const ON_THE_LINE: Ticket = {
  resumed: false,
  stillOurs: async () => true,
  end: nothing,
  putBack: nothing,
  postpone: nothing,
};

/** In an order that is the same for all: no two wait for each other. */
function claimsOf({ ids }: Message): readonly string[] {
  return [...new Set(ids)].sort().map((id) => `claim:${id}`);
}
