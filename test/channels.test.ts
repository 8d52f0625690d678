import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createChannels } from "../src/index.ts";
import type { Store } from "../src/index.ts";
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

test("as long as no channel is set none is looked up by itself, and what another replica sets is followed", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  let reads = 0;
  const get: Store["get"] = (key) => {
    reads += 1;
    return store.get(key);
  };
  const channels = createChannels({ ...store, get }, { slack: "auto" }, clock);
  for (const channel of ["C1", "C2", "C1"]) {
    expect(await channels.mode(`slack:T1:${channel}`)).toBe("auto");
    await clock.advance(1_000);
  }
  expect(reads).toBe(0);
  await store.set("channel:slack:T1:C1", "off");
  await clock.advance(1_999);
  expect(await channels.mode("slack:T1:C1")).toBe("auto");
  await clock.advance(1);
  expect(await channels.mode("slack:T1:C1")).toBe("off");
  expect(await channels.mode("slack:T1:C2")).toBe("auto");
});

test("a mode is looked up once in five seconds, and what is set here holds at once", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  let reads = 0;
  const counting: Store = {
    ...store,
    get: (key) => {
      reads += 1;
      return store.get(key);
    },
  };
  const channels = createChannels(counting, {}, clock);
  const place = "slack:T1:C1";
  await channels.setMode("slack:T1:C2", "auto");
  for (let message = 0; message < 10; message += 1) await channels.mode(place);
  expect(reads).toBe(1);
  await channels.setMode(place, "off");
  expect(await channels.mode(place)).toBe("off");
  // Another replica's doing.
  await store.set("channel:slack:T1:C1", "auto");
  await clock.advance(4_999);
  expect(await channels.mode(place)).toBe("off");
  await clock.advance(1);
  expect(await channels.mode(place)).toBe("auto");
  // A clock that was set back does not keep it for ever.
  clock.jump(-3_600_000);
  await store.set("channel:slack:T1:C1", "mention");
  expect(await channels.mode(place)).toBe("mention");
});
