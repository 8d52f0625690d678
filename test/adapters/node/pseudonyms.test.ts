import { expect, test } from "vitest";
import { createMemoryStore } from "../../../adapters/node/memory-store.ts";
import { createPseudonyms } from "../../../adapters/node/pseudonyms.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { createRecordingLog } from "../../fakes/recorders.ts";

const log = createRecordingLog();
const ID = "slack:T1:U1";

test("replicas on one store know somebody by the same name, other stores by another, and none by the id", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const [one, two] = [1, 2].map(() => createPseudonyms({ store, clock, log }));
  expect(await Promise.all([one!.load(), two!.load()])).toEqual([true, true]);
  expect(one!.pseudonym(ID)).toBe(two!.pseudonym(ID));
  expect(one!.pseudonym(ID)).toMatch(/^[\w-]{22}$/u);
  expect(one!.pseudonym(ID)).not.toBe(one!.pseudonym("slack:T1:U2"));
  const other = createPseudonyms({ store: createMemoryStore({ clock }), clock, log });
  await other.load();
  expect(other.pseudonym(ID)).not.toBe(one!.pseudonym(ID));
});

test("logs name somebody the same for a day, and nobody can tell one day's name from another's", async () => {
  const clock = createFakeClock(Date.UTC(2026, 10, 20, 1));
  const { nameInLogs, pseudonym } = createPseudonyms({
    store: createMemoryStore({ clock }),
    clock,
    log,
  });
  const today = nameInLogs(ID);
  await clock.advance(22 * 3_600_000);
  expect(nameInLogs(ID)).toBe(today);
  expect(pseudonym(ID)).not.toBe(today);
  await clock.advance(2 * 3_600_000);
  expect(nameInLogs(ID)).not.toBe(today);
});

test("while the store is down there is a name all the same, and the shared one once it is back", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  let down = true;
  const get: typeof store.get = (key) =>
    down ? Promise.reject(new Error("down")) : store.get(key);
  const claim: typeof store.claim = (...given) =>
    down ? Promise.resolve(true) : store.claim(...given);
  const early = createPseudonyms({ store: { get, claim }, clock, log });
  expect(await early.load()).toBe(false);
  expect(early.pseudonym(ID)).toMatch(/^[\w-]{22}$/u);
  const other = createPseudonyms({ store, clock, log });
  await other.load();
  down = false;
  expect(await early.load()).toBe(true);
  expect(early.pseudonym(ID)).toBe(other.pseudonym(ID));
});
