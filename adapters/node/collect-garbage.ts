import { Session } from "node:inspector/promises";

/**
 * Collects this thread's garbage now. V8 does so by itself only when it needs the room, and a thread that has built what it
 * needs and then answers a few questions a minute would keep as much garbage as knowledge, for days. The inspector's own
 * protocol has the one call for it that takes no flag: https://chromedevtools.github.io/devtools-protocol (HeapProfiler).
 */
export async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  try {
    await session.post("HeapProfiler.collectGarbage");
  } finally {
    session.disconnect();
  }
}
