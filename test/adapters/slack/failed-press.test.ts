import { expect, it } from "vitest";
import { visibleText } from "../../fakes/slack/read-blocks.ts";
import { lesson } from "../../support/scripted-core.ts";
import { readFixture, startHarness } from "./harness.ts";
import { answered, lastResponse } from "./pressing.ts";

const BROKEN = "Something went wrong on our side (id";

it("whoever presses a button that fails hears so, with an id that the log knows", async () => {
  const harness = await answered("senior?", { lessons: [lesson("senior")] });
  const { send, press, message, on, slack, log, metrics } = harness;
  slack.always("views.open", { status: 500 });
  await send(press(message.blocks, "Pay by region", on));
  await slack.until(() => slack.responses.length === 1);
  const words = visibleText(lastResponse(harness)["blocks"]);
  expect(words).toContain(BROKEN);
  expect(log.text()).toContain(/id (\S+)\)/u.exec(words)?.[1]);
  expect(metrics.total("slack_listener_failures_total")).toBe(1);
});

it("a shortcut that fails is answered in a direct message, and one that cannot be is logged", async () => {
  const { send, slack, said, log } = await startHarness();
  slack.always("views.open", { status: 500 });
  const shortcut = { ...readFixture("global_shortcut"), trigger_id: slack.workspace.trigger() };
  await send(shortcut);
  await slack.until(() => said("U1").length === 1);
  expect(said("U1")[0]).toContain(BROKEN);
  slack.always("chat.postMessage", { status: 500 });
  await send(shortcut);
  await slack.until(() => log.text().includes("could not be told that it failed"));
});
