import { isRecord } from "./shapes.ts";

/** A question that was accepted and has not ended. */
export interface InboxRow {
  /** Which adapter can build the message again from the event. */
  readonly adapter: string;
  readonly event: unknown;
  readonly person: string;
  readonly tenant: string;
  /** The least of the message's ids: how the message is recognised when it comes back from the adapter. */
  readonly first: string;
  /** The process that works on it. */
  readonly owner: string;
  readonly attempts: number;
  /** Epoch ms before which nobody tries again. */
  readonly notBefore: number;
}

/** Undefined for what is not in our shape: it is left to expire. */
export function parseInboxRow(value: unknown): InboxRow | undefined {
  if (!isRecord(value)) return undefined;
  const { adapter, event, person, tenant, first, owner, attempts, notBefore } = value;
  if (typeof adapter !== "string" || typeof first !== "string" || typeof owner !== "string") {
    return undefined;
  }
  if (typeof person !== "string" || typeof tenant !== "string") return undefined;
  if (typeof attempts !== "number" || typeof notBefore !== "number") return undefined;
  return { adapter, event, person, tenant, first, owner, attempts, notBefore };
}
