import { expect, test } from "vitest";
import { keepBeating } from "../../main/heartbeats.ts";
import type { HeartbeatParts } from "../../main/heartbeats.ts";
import type { Adapter, Health } from "../../src/index.ts";
import { createFakeSnapshot } from "../fakes/snapshot.ts";
import { createRecordingLog } from "../fakes/recorders.ts";

function adapter(name: string, health: Health, resumed: string[]): Adapter {
  return {
    name,
    start: async () => undefined,
    stop: async () => undefined,
    health: () => health,
    resume: async (event) => void resumed.push(`${name} ${String(event)}`),
  };
}

test("a heartbeat says what is not well, and hands what was left behind only to a platform that can be spoken to", async () => {
  const ended = new AbortController();
  const resumed: string[] = [];
  const beats: object[] = [];
  const asked: [string, boolean | undefined][] = [];
  const platforms = [
    adapter("slack", { state: "degraded", note: "A scope is missing." }, resumed),
    adapter("discord", { state: "starting", note: "Started again." }, resumed),
    adapter("http", { state: "ok" }, resumed),
  ];
  const parts: HeartbeatParts = {
    version: "1.4.0",
    platforms: () => platforms,
    log: createRecordingLog(),
    pseudonyms: { load: async () => true } as HeartbeatParts["pseudonyms"],
    knowledge: {
      snapshot: createFakeSnapshot([{ path: "vpn.md", words: ["vpn"] }]),
      follow: async () => undefined,
    } as unknown as HeartbeatParts["knowledge"],
    replicas: {
      beat: async (self: object) => void beats.push(self),
      wasAnnounced: async () => false,
    } as unknown as HeartbeatParts["replicas"],
    inbox: {
      async resumeOrphans(resume, runsHere) {
        for (const name of ["slack", "discord", "teams"]) asked.push([name, runsHere?.(name)]);
        await resume("slack", "event");
        ended.abort();
        return 1;
      },
    } as HeartbeatParts["inbox"],
  };
  await keepBeating(parts, ended.signal);
  expect(beats).toEqual([
    expect.objectContaining({ version: "1.4.0", unwell: ["slack degraded", "discord starting"] }),
  ]);
  // A question has four tries: none is spent on a platform that is not there.
  expect(asked).toEqual([
    ["slack", true],
    ["discord", false],
    ["teams", false],
  ]);
  expect(resumed).toEqual(["slack event"]);
});
