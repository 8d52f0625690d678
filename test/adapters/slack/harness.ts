import { readFileSync } from "node:fs";
import { expect, onTestFinished } from "vitest";
import { z } from "zod";
import { createSlack } from "../../../adapters/slack/index.ts";
import type { SlackAdapter, SlackSettings } from "../../../adapters/slack/index.ts";
import { startFakeSlack } from "../../fakes/slack/fake-slack.ts";
import type { FakeSlack } from "../../fakes/slack/fake-slack.ts";
import { pressables, visibleText } from "../../fakes/slack/read-blocks.ts";
import { encoded, signedPost } from "../../fakes/slack/signed-post.ts";
import { createTestServices } from "../../support/scripted-core.ts";
import type { TestServices, TestServicesOptions } from "../../support/scripted-core.ts";

type Payload = Record<string, unknown>;
export type Mode = "socket" | "http";

export interface Harness extends TestServices {
  readonly slack: FakeSlack;
  readonly adapter: SlackAdapter;
  /** Sends a payload the way this mode does; resolves with what Slack was told. */
  readonly send: (payload: Payload) => Promise<unknown>;
  /** A time stamp in Slack's form, of now. */
  readonly stamp: () => string;
  readonly event: (fixture: string, fields?: Payload, envelope?: Payload) => Payload;
  /** Messages of ours in a channel, as a person reads them. */
  readonly said: (channel?: string) => string[];
  /** Presses a button on a message of ours, or on one only the person sees. */
  readonly press: (blocks: unknown, label: string, overrides?: Payload) => Payload;
}

export interface HarnessOptions extends TestServicesOptions {
  readonly mode?: Mode;
  readonly settings?: Partial<SlackSettings>;
  readonly slack?: FakeSlack;
  /** The test starts the adapter itself. */
  readonly idle?: boolean;
}

export const SECRET = "signing-secret";

/** The adapter with the real Bolt and the real core, in front of the fake; a malformed call of ours fails the test. */
export async function startHarness({
  mode = "socket",
  settings,
  idle = false,
  ...options
}: HarnessOptions = {}): Promise<Harness> {
  const test = createTestServices(options);
  const { clock, services } = test;
  const slack = options.slack ?? (await startFakeSlack(() => clock.now()));
  let count = 0;
  const adapter = createSlack(
    {
      botToken: slack.botToken,
      connection:
        mode === "socket"
          ? { kind: "socket", appToken: slack.appToken }
          : { kind: "http", signingSecret: SECRET },
      apiUrl: slack.apiUrl,
      channelMode: "mention",
      admins: [],
      listen: { host: "127.0.0.1", port: 0 },
      ...settings,
    },
    services,
  );
  onTestFinished(async () => {
    await adapter.stop();
    if (options.slack === undefined) await slack.close();
    expect(slack.faults).toEqual([]);
    expectNothingLost(test, slack);
  });
  if (!idle) await adapter.start();

  const harness: Harness = {
    ...test,
    slack,
    adapter,
    async send(payload) {
      if (mode === "socket") {
        const type =
          payload["type"] === "event_callback"
            ? "events_api"
            : payload["command"] === undefined
              ? "interactive"
              : "slash_commands";
        return (await slack.socket.deliver(type, payload)).payload;
      }
      const response = await signedPost({
        url: `http://127.0.0.1:${adapter.port()}/slack/events`,
        secret: SECRET,
        timestamp: Math.floor(clock.now() / 1000),
        ...encoded(payload),
      });
      expect(response.status).toBe(200);
      const text = await response.text();
      const answered: unknown = text.startsWith("{") ? JSON.parse(text) : {};
      slack.checkAck(answered);
      return answered;
    },
    stamp: () => `${Math.floor(clock.now() / 1000)}.${String((count += 1)).padStart(4, "0")}00`,
    event(fixture, fields = {}, envelope = {}) {
      const ts = harness.stamp();
      const payload = readFixture(fixture);
      const event = { ...(payload["event"] as Payload), ts, event_ts: ts, ...fields };
      return { ...payload, event_id: `Ev${(count += 1)}`, ...envelope, event };
    },
    said: (channel) =>
      slack.workspace.messages
        .filter(
          (message) =>
            message.user === slack.workspace.botUser &&
            (channel ?? message.channel) === message.channel,
        )
        .map(({ blocks }) => visibleText(blocks)),
    press(blocks, label, overrides = {}) {
      const button = pressables(blocks).find((one) => one.label === label);
      if (button === undefined) throw new Error(`no button "${label}"`);
      return {
        ...readFixture("block_actions"),
        trigger_id: slack.workspace.trigger(),
        response_url: slack.responseUrl().url,
        actions: [
          {
            type: button.type,
            action_id: button.actionId,
            block_id: button.blockId,
            value: button.value,
            action_ts: harness.stamp(),
          },
        ],
        ...overrides,
      };
    },
  };
  return harness;
}

const ours = z.object({ event_payload: z.object({ key: z.string() }) });

/**
 * The loss rule, after every test: each question that was taken has ended, and of what is said once, whatever fails, nothing
 * stands twice. The key that Docent gives a message, by which it finds it again, is the same for every try.
 */
function expectNothingLost({ metrics }: TestServices, { workspace }: FakeSlack): void {
  expect(metrics.total("questions_ended_total")).toBe(metrics.total("questions_received_total"));
  const keys = workspace.messages.flatMap(
    ({ metadata }) => ours.safeParse(metadata).data?.event_payload.key ?? [],
  );
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
}

export function readFixture(name: string): Payload {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/slack/${name}.json`, import.meta.url), "utf8"),
  ) as Payload;
}

/** The time stamp of an event's message. */
export const ts = (payload: Record<string, unknown>): string =>
  (payload["event"] as { ts: string }).ts;
