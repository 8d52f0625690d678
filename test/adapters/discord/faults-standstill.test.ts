import { expect, it } from "vitest";
import { BOT } from "../../fakes/discord/payloads.ts";
import { begin, ben } from "./begin.ts";

it("fault 92: an event loop that stands still for less than a heartbeat's interval costs no connection and no answer", async () => {
  const heartbeatMs = 500;
  const { people, fake, adapter } = await begin({ heartbeatMs });
  await people.until(() => fake.gateway.counts.heartbeats > 0, "a heartbeat");
  const before = fake.gateway.counts.heartbeats;
  const id = people.says(ben, `<@${BOT.id}> where is the colour printer?`);
  // The fault itself: nothing in this process runs, the fake included.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, heartbeatMs * 0.8);
  await people.until(() => people.seesIn(id).length === 1, "the answer");
  await people.until(() => fake.gateway.counts.heartbeats > before + 1, "more heartbeats");
  expect(fake.gateway.counts).toMatchObject({ connections: 1, identifies: 1, resumes: 0 });
  expect(adapter.health().state).toBe("ok");
});
