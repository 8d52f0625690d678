import { expect, test } from "vitest";
import { openDoor, rows } from "./support/open-door.ts";

test("a message without ids, whose asker waits on the line, is answered and leaves neither claim nor row", async () => {
  const { receive, message, store, sent } = openDoor();
  for (const id of ["m1", "m2"]) {
    expect(await receive(message(id, { ids: [], event: undefined }))).toBe("answered");
  }
  expect(sent.map((one) => one.message)).toEqual(["m1", "m2"]);
  expect([await rows(store, "claim:"), await rows(store, "inbox:")]).toEqual([[], []]);
});
