import { describe, expect, it } from "vitest";
import { buttonLabels, pressables, visibleText } from "../../fakes/slack/read-blocks.ts";
import { readFixture, ts } from "./harness.ts";
import type { Mode } from "./harness.ts";
import { pressOn, submission } from "./pressing.ts";
import type { Payload } from "./pressing.ts";
import { startProgram } from "./program.ts";

const QUESTION = "How much does a senior backend developer earn in India?";
const SOURCE = "careers/";
const UNKNOWN = "who won the match yesterday";
const PATIENCE_MS = 60_000;

const asked = (text: string) => ({ docent_ask: { docent_ask: { value: text } } });

describe.each<Mode>(["socket", "http"])("the program, over %s, by its quieter ways in", (mode) => {
  it(
    "answers in forms, on Home, in threads and to votes for a human, down to the blocks a person sees",
    async () => {
      const { slack, send, event } = await startProgram({
        mode,
        env: { SLACK_ESCALATION_CHANNEL: "CHELP" },
      });
      const { messages, views } = slack.workspace;
      const inThread = (root: string | undefined) =>
        messages.filter(({ thread, user }) => thread === root && user === slack.workspace.botUser);

      /** Opens a form by what is sent, sends it off with the question, and gives what it turns into. */
      async function byForm(opening: Payload, text: string): Promise<string> {
        const known = new Set(views.keys());
        await send({ ...opening, trigger_id: slack.workspace.trigger() });
        await slack.until(() => views.size > known.size);
        const [id, view] = [...views].find(([one]) => !known.has(one)) as [string, Payload];
        const ack = (await send(submission(id, view, asked(text)))) as { view: Payload };
        return visibleText(ack.view["blocks"]);
      }
      const { url: response_url } = slack.responseUrl();
      expect(await byForm({ ...readFixture("slash_command"), response_url }, QUESTION)).toContain(
        SOURCE,
      );
      expect(await byForm(readFixture("global_shortcut"), QUESTION)).toContain(SOURCE);

      await send(event("app_home_opened", { user: "U1" }));
      await slack.until(() => views.has("U1"));
      const home = views.get("U1") as Payload;
      const search = { type: "plain_text_input", action_id: "docent_search", value: QUESTION };
      const shown = views.size;
      await send({
        ...readFixture("block_actions"),
        trigger_id: slack.workspace.trigger(),
        container: { type: "view" },
        view: { ...home, id: "V0" },
        actions: [{ ...search, block_id: "docent_search", action_ts: "1.3" }],
      });
      await slack.until(() => views.size > shown);
      const answer = (): string => visibleText(([...views.values()].at(-1) as Payload)["blocks"]);
      await slack.until(() => answer().includes(SOURCE));

      await send(event("assistant_thread_started"));
      await slack.until(() => slack.callsOf("assistant.threads.setSuggestedPrompts").length === 1);

      // In a thread of a direct message, and on in the thread of an answer.
      await send(event("message_im", { text: QUESTION, thread_ts: "1.1" }));
      await slack.until(() => inThread("1.1").length === 1);
      expect(visibleText(inThread("1.1")[0]?.blocks)).toContain(SOURCE);
      const first = event("app_mention", {
        text: `<@UBOT> ${QUESTION}`,
        user: "U2",
        channel: "C2",
      });
      await send(first);
      await slack.until(() => inThread(ts(first)).length === 1);
      const on = { user: "U2", channel: "C2", thread_ts: ts(first) };
      await send(event("message_channel", { ...on, text: "and a junior?" }));
      await slack.until(() => inThread(ts(first)).length === 2);
      expect(visibleText(inThread(ts(first))[1]?.blocks)).toContain(SOURCE);

      // A mention without words means the thread it stands in.
      const root = event("message_channel", { text: QUESTION, user: "U3", channel: "C3" });
      slack.workspace.say({ channel: "C3", ts: ts(root), user: "U3", text: QUESTION });
      await send(root);
      const called = { text: "<@UBOT>", user: "U4", channel: "C3", thread_ts: ts(root) };
      await send(event("app_mention", called));
      await slack.until(() => inThread(ts(root)).length === 1);
      expect(visibleText(inThread(ts(root))[0]?.blocks)).toContain(SOURCE);

      // Nobody knows: a human does.
      const open = event("app_mention", { text: `<@UBOT> ${UNKNOWN}`, user: "U5", channel: "C5" });
      await send(open);
      await slack.until(() => inThread(ts(open)).length === 1);
      const [silence] = inThread(ts(open));
      expect(buttonLabels(silence?.blocks)).toContain("Ask a human");
      await send(pressOn(slack, silence, "Ask a human"));
      const helpers = () => messages.filter(({ channel }) => channel === "CHELP");
      await slack.until(() => helpers().length === 1 && slack.responses.length === 1);
      expect(visibleText(helpers()[0]?.blocks)).toContain(UNKNOWN);
      expect(JSON.stringify(helpers()[0]?.blocks)).toContain("/archives/C5/p");
      const known = new Set(views.keys());
      const human = { user: { id: "U9", team_id: "T1" } };
      await send({ ...pressOn(slack, helpers()[0], "Resolve…"), ...human });
      await slack.until(() => views.size > known.size);
      const [id, form] = [...views].find(([one]) => !known.has(one)) as [string, Payload];
      const reply = { docent_resolve: { docent_resolve: { value: "The blue team." } } };
      await send({ ...submission(id, form, reply), ...human });
      await slack.until(() => inThread(ts(open)).length === 2);
      expect(visibleText(inThread(ts(open))[1]?.blocks)).toContain("The blue team.");
      await slack.until(() => visibleText(helpers()[0]?.blocks).includes("Resolved by @U9"));

      // What only the asker saw, for all to see.
      const own = slack.responseUrl().url;
      const ask = {
        ...readFixture("slash_command"),
        text: QUESTION,
        user_id: "U6",
        trigger_id: "t6",
      };
      await send({ ...ask, response_url: own });
      await slack.until(() => slack.responses.length === 2);
      const whispered = slack.responses.at(-1)?.body["blocks"];
      const share = pressables(whispered).find(({ label }) => label === "Share to channel");
      await send({
        ...readFixture("block_actions"),
        user: { id: "U6", team_id: "T1" },
        response_url: slack.responseUrl().url,
        container: { type: "message", message_ts: "1.5", channel_id: "C1", is_ephemeral: true },
        actions: [
          { type: "button", action_id: share?.actionId, value: share?.value, action_ts: "6.1" },
        ],
      });
      await slack.until(() =>
        messages.some(({ blocks }) => visibleText(blocks).includes("Shared by")),
      );
    },
    PATIENCE_MS,
  );
});
