import { AsyncResource } from "node:async_hooks";
import { wake } from "./wake.ts";

/** Each winds up its timer, where it was not called off. */
let fresh: (() => void)[] = [];

function windUp(): void {
  const all = fresh;
  fresh = [];
  for (const wind of all) wind();
}

/**
 * Calls `act` after `ms`, counted from the event loop's next turn and in the context of whoever asked for it; what it gives
 * back calls that off. Most of what has a deadline ends before that turn: only for the rest a timer is wound up, which costs
 * several times what remembering it does.
 */
export function deadline(ms: number, act: () => void): () => void {
  const context = new AsyncResource("Deadline", { requireManualDestroy: true });
  let over = false;
  let callOff: (() => void) | undefined;
  if (fresh.length === 0) setImmediate(windUp);
  fresh.push(() => {
    if (!over) callOff = context.runInAsyncScope(wake, undefined, ms, act);
  });
  return () => {
    over = true;
    callOff?.();
  };
}
