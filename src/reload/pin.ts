import type { Store } from "../ports.ts";
import { isRecord } from "../shapes.ts";

/** Which version was gone back to; every replica serves it, also after a restart, until the next reload. */
export interface Pin {
  readonly version: string;
  /** The state of the source that was gone back from: not taken up again by itself. */
  readonly from: string;
}

const KEY = "rollback";

export async function readPin(store: Store): Promise<Pin | undefined> {
  const value = await store.get(KEY);
  if (!isRecord(value)) return undefined;
  const { version, from } = value;
  return typeof version === "string" && typeof from === "string" ? { version, from } : undefined;
}

export async function setPin(store: Store, pin: Pin | undefined): Promise<void> {
  if (pin === undefined) await store.delete(KEY);
  else await store.set(KEY, pin);
}
