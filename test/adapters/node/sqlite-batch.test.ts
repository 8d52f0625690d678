import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { createSqliteBatch } from "../../../adapters/node/sqlite-batch.ts";
import { createSqliteFile } from "../../../adapters/node/sqlite-file.ts";
import type { SqliteFile, Work } from "../../../adapters/node/sqlite-file.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { createRecordingLog } from "../../fakes/recorders.ts";
import { freshFolder } from "../../support/sqlite-files.ts";

function open() {
  const path = join(freshFolder(), "docent.db");
  const file = createSqliteFile({ path, clock: createFakeClock(), log: createRecordingLog() });
  let uses = 0;
  const counted: SqliteFile = {
    ...file,
    use(work) {
      uses += 1;
      return file.use(work);
    },
  };
  const batch = createSqliteBatch(counted);
  file.use(() => undefined);
  const reader = new DatabaseSync(path);
  onTestFinished(() => {
    reader.close();
    file.close();
  });
  /** What another process sees at this moment. */
  const keys = (): readonly unknown[] =>
    reader
      .prepare("SELECT key FROM entries ORDER BY key")
      .all()
      .map((row) => row["key"]);
  return { path, batch, keys, uses: () => uses };
}

const put =
  (key: string): Work<unknown> =>
  (_, prepared) =>
    prepared("INSERT INTO entries (key, value) VALUES (?, 'x')").run(key);

test("what comes in one turn is written in one step, in its order, and is there when its promise settles", async () => {
  const { batch, keys, uses } = open();
  const seen: unknown[] = [];
  await Promise.all(
    ["a", "b", "c"].map(async (key) => {
      await batch.write(put(key));
      seen.push([key, keys()]);
    }),
  );
  expect(seen).toEqual(["a", "b", "c"].map((key) => [key, ["a", "b", "c"]]));
  expect(uses()).toBe(1);
  const [first, second] = await Promise.all([
    batch.write((_, prepared) => prepared("DELETE FROM entries WHERE key = 'a'").run().changes),
    batch.write((_, prepared) => prepared("DELETE FROM entries WHERE key = 'a'").run().changes),
  ]);
  expect([first, second]).toEqual([1, 0]);
});

test("a work that fails fails alone: what came with it is written, and of several statements none is", async () => {
  const { batch, keys } = open();
  await batch.write(put("taken"));
  const outcomes = await Promise.allSettled([
    batch.write(put("a")),
    batch.write(put("taken")),
    batch.write((database, prepared) => {
      put("half")(database, prepared);
      put("taken")(database, prepared);
    }, true),
    batch.write(put("b")),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "rejected",
    "fulfilled",
  ]);
  expect(outcomes[1]).toMatchObject({ reason: { code: "store-unavailable" } });
  expect(keys()).toEqual(["a", "b", "taken"]);
});

test("a file that somebody has locked is waited for once, not once for each", async () => {
  const { path, batch, keys, uses } = open();
  const holder = new DatabaseSync(path);
  holder.exec("BEGIN EXCLUSIVE");
  const outcomes = await Promise.allSettled(["a", "b", "c"].map((key) => batch.write(put(key))));
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(uses()).toBe(1);
  holder.exec("COMMIT");
  holder.close();
  await batch.write(put("d"));
  expect(keys()).toEqual(["d"]);
});

test("what waits can be written without waiting for the turn to end", async () => {
  const { batch, keys } = open();
  const written = [batch.write(put("a")), batch.write(put("b"))];
  expect(keys()).toEqual([]);
  batch.flush();
  expect(keys()).toEqual(["a", "b"]);
  await Promise.all(written);
});
