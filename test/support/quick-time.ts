import type { Clock, Store } from "../../src/index.ts";

/** So many times as fast goes the time of a process that has these two: its clock, and the store's times to live. */
const SPEED = 3;

/** Every wait takes a third of its time, for all who share the speed. */
export function quickClock(clock: Clock): Clock {
  return {
    now: () => clock.now() * SPEED,
    sleep: (ms, signal) => clock.sleep(ms / SPEED, signal),
    after: (ms, act) => clock.after(ms / SPEED, act),
  };
}

/** What expires does so after a third of its time, and by the store's own clock still. */
export function quickStore(store: Store): Store {
  const quicker = ({ ttlMs }: { readonly ttlMs?: number } = {}) =>
    ttlMs === undefined ? {} : { ttlMs: ttlMs / SPEED };
  return {
    ...store,
    set: (key, value, options) => store.set(key, value, quicker(options)),
    claim: (key, options) => store.claim(key, { ...options, ttlMs: options.ttlMs / SPEED }),
    claimAll: (keys, { beside, ...options }) =>
      store.claimAll(keys, {
        ...options,
        ttlMs: options.ttlMs / SPEED,
        ...(beside !== undefined && { beside: { ...beside, ttlMs: beside.ttlMs / SPEED } }),
      }),
    increment: (key, options) => store.increment(key, { ...options, ...quicker(options) }),
  };
}
