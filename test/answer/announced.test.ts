import { expect, test } from "vitest";
import { found, snapshotOf } from "../support/build-snapshot.ts";

test.each([
  "The table compares both kinds of cache.",
  "Both kinds of cache compare as shown below.",
  "Both kinds of cache differ as follows:",
])("an answer keeps what its text announces: %s", async (announcement) => {
  const page = `# Caches\n\nA local cache differs from a shared cache in who can read it. ${announcement}\n\n| Kind | Read by |\n|---|---|\n| Local | one process |\n| Shared | all processes |\n`;
  const { body } = await found(
    snapshotOf({ "caches.md": page }),
    "difference between a local cache and a shared cache",
  );
  expect(body.map(({ kind }) => kind)).toEqual(["paragraph", "table"]);
});
