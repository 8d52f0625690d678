import type { Clock, RandomId, Store } from "./ports.ts";
import { isRecord } from "./shapes.ts";
import { tenantOf } from "./tenant.ts";

/** Who did what administratively, when, from where, with what outcome. */
export interface AuditEntry {
  readonly at: number;
  readonly actor: string;
  readonly from: string;
  readonly place?: string;
  /** The command, and of its words only those that are ours. Never a question. */
  readonly command: string;
  readonly outcome: "done" | "refused" | "failed";
}

export interface Audit {
  /** `tenant`: what it is deleted with, where the actor's id does not tell. */
  record(entry: Omit<AuditEntry, "at"> & { readonly tenant?: string }): Promise<void>;
  /** Latest first. */
  list(limit: number): Promise<readonly AuditEntry[]>;
}

export const AUDIT_PREFIX = "audit:";
export const AUDIT_MS = 180 * 86_400_000;

export function createAudit({
  store,
  clock,
  randomId,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly randomId: RandomId;
}): Audit {
  return {
    async record(entry) {
      const at = clock.now();
      await store.set(
        `${AUDIT_PREFIX}${new Date(at).toISOString()}:${randomId()}`,
        { tenant: tenantOf({ id: entry.actor, labels: [] }), ...entry, at },
        { ttlMs: AUDIT_MS },
      );
    },
    async list(limit) {
      const entries: AuditEntry[] = [];
      for await (const [, value] of store.entries(AUDIT_PREFIX)) {
        const entry = parseAuditEntry(value);
        if (entry !== undefined) entries.push(entry);
      }
      return entries.sort((a, b) => b.at - a.at).slice(0, limit);
    },
  };
}

function parseAuditEntry(value: unknown): AuditEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { at, actor, from, place, command, outcome } = value;
  if (typeof at !== "number" || typeof actor !== "string") return undefined;
  if (typeof from !== "string" || typeof command !== "string") return undefined;
  if (outcome !== "done" && outcome !== "refused" && outcome !== "failed") return undefined;
  return { at, actor, from, command, outcome, ...(typeof place === "string" && { place }) };
}
