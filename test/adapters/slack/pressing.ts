import type { FakeSlack } from "../../fakes/slack/fake-slack.ts";
import { pressables } from "../../fakes/slack/read-blocks.ts";
import type { StoredMessage } from "../../fakes/slack/workspace.ts";
import { readFixture, startHarness } from "./harness.ts";
import type { Harness, HarnessOptions } from "./harness.ts";

export type Payload = Record<string, unknown>;

/** A question answered in a channel, and the message it was answered with. */
export function answered(text: string, options: HarnessOptions = {}) {
  return asked("app_mention", `<@UBOT> ${text}`, options);
}

/** The same in a direct message. */
export function answeredDirectly(text: string, options: HarnessOptions = {}) {
  return asked("message_im", text, options);
}

async function asked(fixture: string, text: string, options: HarnessOptions) {
  const harness = await startHarness(options);
  await harness.send(harness.event(fixture, { text }));
  await harness.slack.until(() => harness.slack.workspace.messages.length === 1);
  const [message] = harness.slack.workspace.messages;
  if (message === undefined) throw new Error("no answer");
  const { ts, thread, channel } = message;
  const container = {
    type: "message",
    message_ts: ts,
    channel_id: channel,
    is_ephemeral: false,
    thread_ts: thread,
  };
  const shown = { ts, thread_ts: thread, text: message.text, blocks: message.blocks };
  const on = { container, channel: { id: channel }, message: shown };
  return { ...harness, message, container, on };
}

/** The same for the asker's eyes only. */
export async function whispered(text: string, options: HarnessOptions = {}) {
  const harness = await startHarness(options);
  const url = harness.slack.responseUrl().url;
  await harness.send({
    ...readFixture("slash_command"),
    text,
    response_url: url,
    trigger_id: "t1",
  });
  await harness.slack.until(() => harness.slack.responses.length === 1);
  const blocks = harness.slack.responses[0]?.body["blocks"];
  const container = { type: "message", message_ts: "1.5", channel_id: "C1", is_ephemeral: true };
  return { ...harness, blocks, on: { container } };
}

export const lastResponse = ({ slack }: Pick<Harness, "slack">): Payload =>
  slack.responses.at(-1)?.body ?? {};
export const lastView = ({ slack }: Pick<Harness, "slack">): Payload =>
  [...slack.workspace.views.values()].at(-1) as Payload;

/** A form sent off with these values. */
export function submission(id: string, view: Payload, values: unknown): Payload {
  const base = readFixture("view_submission");
  const { callback_id, private_metadata } = view;
  return {
    ...base,
    view: { ...(base["view"] as object), id, callback_id, private_metadata, state: { values } },
  };
}

/** A press of a button on a message in the fake workspace. */
export function pressOn(
  slack: FakeSlack,
  message: StoredMessage | undefined,
  label: string,
): Payload {
  const button = pressables(message?.blocks).find((one) => one.label === label);
  if (message === undefined || button === undefined) throw new Error(`no button "${label}"`);
  const { ts, thread, channel, text, blocks } = message;
  return {
    ...readFixture("block_actions"),
    trigger_id: slack.workspace.trigger(),
    response_url: slack.responseUrl().url,
    channel: { id: channel },
    container: {
      type: "message",
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: false,
      thread_ts: thread,
    },
    message: { ts, thread_ts: thread, text, blocks },
    actions: [
      {
        type: button.type,
        action_id: button.actionId,
        block_id: button.blockId,
        value: button.value,
        action_ts: ts,
      },
    ],
  };
}

/** A press of a button in a view: a modal has an id, a Home tab its person. There is no address to answer to. */
export function pressIn(
  slack: FakeSlack,
  [id, view]: readonly [id: string, view: Payload],
  label: string,
): Payload {
  const button = pressables(view["blocks"]).find((one) => one.label === label);
  if (button === undefined) throw new Error(`no button "${label}"`);
  const { type, actionId: action_id, blockId: block_id, value } = button;
  const { response_url: _address, channel: _channel, ...base } = readFixture("block_actions");
  return {
    ...base,
    trigger_id: slack.workspace.trigger(),
    container: { type: "view", view_id: id },
    view: { ...view, id },
    actions: [{ type, action_id, block_id, value, action_ts: `${Date.now() / 1000}` }],
  };
}

/** What opens when this is sent: the new view and its id. */
export async function opening(
  slack: FakeSlack,
  sent: () => Promise<unknown>,
): Promise<readonly [id: string, view: Payload]> {
  const { views } = slack.workspace;
  const known = new Set(views.keys());
  await sent();
  await slack.until(() => views.size > known.size);
  const id = [...views.keys()].find((one) => !known.has(one)) ?? "";
  return [id, views.get(id) as Payload];
}
