import { expect, it } from "vitest";
import { ACTION } from "../../../adapters/slack/buttons.ts";
import { buttonId } from "../../../src/index.ts";
import { lesson } from "../../support/scripted-core.ts";
import { readFixture } from "./harness.ts";
import { answered } from "./pressing.ts";

/** Those that a question's own words stand in are asked like any other; “Not it” is anybody's, about the thread it is in. */
const FREE: readonly string[] = [ACTION.ask, ACTION.didYouMean, ACTION.search, ACTION.notIt];
const GUARDED = Object.values(ACTION).filter((action) => !FREE.includes(action));
const JUNK = "x".repeat(100);

async function kept({ store }: Awaited<ReturnType<typeof answered>>): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const [key, value] of store.entries("")) {
    // That a press was seen is remembered, and which message of ours answers which: both the adapter's own.
    if (!/^(?:claim|slack-)/u.test(key)) lines.push(`${key} ${JSON.stringify(value)}`);
  }
  return lines.sort();
}

it("fault 80: buttons with forged values change nothing, whoever presses them and whatever they hold", async () => {
  const harness = await answered("senior?", { lessons: [lesson("senior")] });
  const { send, slack, on, services, adapter } = harness;
  await slack.until(() => harness.reception.inFlight() === 0);
  const before = await kept(harness);
  const values = [
    JUNK,
    "",
    "reload",
    "__proto__",
    "../../etc/passwd",
    "0:someone-else",
    buttonId("helpful", "A".repeat(22)),
    buttonId("not-helpful", "B".repeat(22)),
  ];
  for (let count = 0; count < 40; count += 1) values.push(services.randomId() + count);
  const pressed = GUARDED.flatMap((action) => values.map((value) => [action, value] as const));
  for (const [action, value] of pressed) {
    await send({
      ...readFixture("block_actions"),
      trigger_id: slack.workspace.trigger(),
      response_url: slack.responseUrl().url,
      actions: [{ type: "button", action_id: action, value, action_ts: harness.stamp() }],
      user: { id: "U9", team_id: "T1" },
      ...on,
    });
  }
  // Everything before it has been handled once this one is.
  const last = harness.event("message_im", { text: "senior?", user: "U8", channel: "D8" });
  await send(last);
  await slack.until(() => harness.said("D8").length === 1 && harness.reception.inFlight() === 0);
  const after = (await kept(harness)).filter((line) => !/"?D8|U8/u.test(line));
  expect(after.filter((line) => !before.includes(line) && !line.startsWith("answer:"))).toEqual([]);
  expect(before.filter((line) => !after.includes(line))).toEqual([]);
  for (const { actor } of harness.commands) expect(actor.admin).toBe(false);
  expect(harness.said("C1")).toHaveLength(1);
  expect(adapter.health().state).toBe("ok");
});

it("fault 81: an administrative button is pressed by whoever presses it, not by whom it was shown to", async () => {
  const { send, slack, commands, stamp } = await answered("senior?", {
    lessons: [lesson("senior")],
  });
  slack.workspace.people.set("U1", { id: "U1", is_admin: true });
  const press = (user: object): Promise<unknown> =>
    send({
      ...readFixture("block_actions"),
      trigger_id: slack.workspace.trigger(),
      response_url: slack.responseUrl().url,
      actions: [
        { type: "button", action_id: `${ACTION.admin}:0`, value: "reload", action_ts: stamp() },
      ],
      user,
    });
  await press({ id: "U1", team_id: "T1" });
  await press({ id: "U2", team_id: "T1" });
  await press({ id: "U1", team_id: "T2" });
  await slack.until(() => commands.length === 3);
  const verdicts = commands.map(({ line, actor }) => [actor.asker.id, `${line} ${actor.admin}`]);
  expect(Object.fromEntries(verdicts)).toEqual({
    "slack:T1:U1": "reload true",
    "slack:T1:U2": "reload false",
    "slack:T2:U1": "reload false",
  });
});
