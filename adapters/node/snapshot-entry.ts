import { systemClock } from "./clock.ts";
import { openSource } from "./open-source.ts";
import { serveSnapshot } from "./serve-snapshot.ts";

// What runs in a snapshot's thread.
serveSnapshot({
  open: ({ address, dataDir, env }, { first }) =>
    openSource(address, { dataDir, env, clock: systemClock, offline: first }),
});
