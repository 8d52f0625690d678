import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createChannels } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";

test("a channel is answered when mentioned until somebody sets it otherwise", async () => {
  const channels = createChannels(createMemoryStore({ clock: createFakeClock() }));
  expect(await channels.mode("slack:T1:C1")).toBe("mention");
  await channels.setMode("slack:T1:C1", "auto");
  expect(await channels.mode("slack:T1:C1")).toBe("auto");
  expect(await channels.mode("slack:T1:C2")).toBe("mention");
});

test("a setting that nobody understands counts as unset", async () => {
  const store = createMemoryStore({ clock: createFakeClock() });
  await store.set("channel:slack:T1:C1", { mode: "loud" });
  expect(await createChannels(store, { slack: "off" }).mode("slack:T1:C1")).toBe("off");
});
