import type { Clock, Rates } from "../../src/index.ts";

/** Fixed windows by a clock that a test turns. */
export function createFakeRates(clock: Pick<Clock, "now">): Rates {
  const windows = new Map<string, { used: number; readonly endsAt: number }>();
  return (name, { windowMs }) =>
    async (key) => {
      const place = `${name}:${key}`;
      const open = windows.get(place);
      const window =
        open !== undefined && open.endsAt > clock.now()
          ? open
          : { used: 0, endsAt: clock.now() + windowMs };
      window.used += 1;
      windows.set(place, window);
      return { used: window.used, endsInMs: window.endsAt - clock.now() };
    };
}
