import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFakeClock, settle } from "../../fakes/clock.ts";
import { startFakeSlack } from "../../fakes/slack/fake-slack.ts";
import { encoded, signedPost } from "../../fakes/slack/signed-post.ts";
import { lesson } from "../../support/scripted-core.ts";
import { SECRET, startHarness } from "./harness.ts";
import type { Mode } from "./harness.ts";

/** Payloads as Slack really sends them, kept outside the project; our own are in `test/fixtures/slack`. */
const folder = new URL("../../../../shared/platform/samples/slack/", import.meta.url);
const present = existsSync(folder);
if (!present)
  console.info("the recorded Slack payloads are not here: the conformance run is left out");

type Payload = Record<string, unknown>;

/** What is answered with a message, what with suggested prompts, and what ends our stay; all else is met with silence. */
const ANSWERED = new Set([
  "app_mention",
  "app_mention_2nd_team",
  "app_mention_org_install",
  "app_mention_shared_channel",
  "app_mention_with_file",
  "assistant_user_message",
  "assistant_user_message_action_token",
  "message_channel_mention_twin",
  "message_im",
  "message_im_thread_reply",
]);
const PROMPTED = new Set(["assistant_thread_started", "built_app_home_opened_messages_tab"]);
const REMOVED = new Set(["app_uninstalled", "tokens_revoked"]);

const read = (name: string): Payload =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as Payload;

const names = present
  ? readdirSync(folder)
      .map((file) => file.replace(/\.json$/u, ""))
      // Replies of the Web API, not what is sent to us; the challenge is met below, where it comes.
      .filter((name) => !name.startsWith("api_") && name !== "url_verification")
  : [];

async function replay(payload: Payload, mode: Mode) {
  const [authorized] = (payload["authorizations"] ?? []) as {
    team_id?: string;
    user_id?: string;
  }[];
  const { ts, message } = (payload["event"] ?? {}) as { ts?: string; message?: { ts?: string } };
  const team = payload["team"] as { id?: string } | undefined;
  const seconds = Number(ts ?? message?.ts ?? 1_795_000_000);
  const clock = createFakeClock(Math.max(seconds, 1_000_000_000) * 1000 + 1000);
  const slack = await startFakeSlack(() => clock.now(), {
    team: authorized?.team_id ?? (payload["team_id"] as string | undefined) ?? team?.id ?? "T1",
    botUser: authorized?.user_id ?? "UBOT",
  });
  onTestFinished(() => slack.close());
  const harness = await startHarness({
    mode,
    clock,
    slack,
    lessons: [lesson("")],
    pinned: ["One?"],
  });
  const own =
    "response_url" in payload ? { ...payload, response_url: slack.responseUrl().url } : payload;
  // Answers go to loopback only.
  await harness.send({
    ...own,
    ...("response_urls" in payload && { response_urls: [] }),
  });
  await settle();
  return { ...harness, slack };
}

describe.runIf(present).each<Mode>(["socket", "http"])(
  "payloads that Slack really sends, over %s",
  (mode) => {
    it.each(names.filter((name) => ANSWERED.has(name)))(
      "answers %s with one message",
      async (name) => {
        const { slack, metrics } = await replay(read(name), mode);
        await slack.until(() => metrics.total("questions_ended_total") === 1);
        expect(slack.callsOf("chat.postMessage")).toHaveLength(1);
      },
    );

    it.each(names.filter((name) => PROMPTED.has(name)))("suggests prompts for %s", async (name) => {
      const { slack } = await replay(read(name), mode);
      await slack.until(() => slack.callsOf("assistant.threads.setSuggestedPrompts").length === 1);
      expect(slack.callsOf("chat.postMessage")).toEqual([]);
    });

    it.each(names.filter((name) => REMOVED.has(name)))(
      "stops being well after %s",
      async (name) => {
        const { adapter, slack } = await replay(read(name), mode);
        await slack.until(() => adapter.health().state === "failed");
        expect(adapter.health().note).toContain("Install the app again");
      },
    );

    it.each(
      names.filter((name) => !ANSWERED.has(name) && !PROMPTED.has(name) && !REMOVED.has(name)),
    )("acknowledges %s and says nothing", async (name) => {
      const { slack, metrics } = await replay(read(name), mode);
      await settle();
      const said = slack.calls.filter(({ method }) => /^(?:chat|views|assistant)\./u.test(method));
      expect(said).toEqual([]);
      expect(metrics.total("slack_listener_failures_total")).toBe(0);
    });

    it("answers a recorded slash command under our name, for the asker alone", async () => {
      const { slack } = await replay({ ...read("slash_command"), command: "/ask" }, mode);
      await slack.until(() => slack.responses.length === 1);
      expect(slack.responses[0]?.body["response_type"]).toBe("ephemeral");
    });

    it("answers recorded shortcuts under our names", async () => {
      const { slack } = await replay(
        {
          ...read("shortcut_message_action"),
          callback_id: "docent_find_answer",
        },
        mode,
      );
      await slack.until(() => slack.responses.length === 1);
      const other = await replay(
        { ...read("shortcut_global"), callback_id: "docent_ask_shortcut" },
        mode,
      );
      await other.slack.until(() => other.slack.callsOf("views.open").length === 1);
      expect(other.slack.callsOf("views.open")[0]?.args["trigger_id"]).toBe("111.111.xxxxxx");
    });
  },
);

it.runIf(present)("answers the recorded challenge with what it holds", async () => {
  const payload = read("url_verification");
  const { adapter, clock } = await startHarness({ mode: "http" });
  const answered = await signedPost({
    url: `http://127.0.0.1:${adapter.port()}/slack/events`,
    secret: SECRET,
    timestamp: Math.floor(clock.now() / 1000),
    ...encoded(payload),
  });
  expect(await answered.json()).toEqual({ challenge: payload["challenge"] });
});
