import { describe, expect, it } from "vitest";
import { settle } from "../../fakes/clock.ts";
import { citation } from "../../support/answers.ts";
import { lesson } from "../../support/scripted-core.ts";
import { startHarness, ts } from "./harness.ts";

const lessons = [lesson("senior")];

describe("edits and deletions", () => {
  it("fault 12: updates the answer when the question is edited, without a second one", async () => {
    const junior = lesson("junior", { citations: [citation({ page: "careers/junior.md" })] });
    const { send, event, slack, said, retracted } = await startHarness({
      lessons: [...lessons, junior],
    });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    await send(mention);
    await slack.until(() => slack.workspace.messages.length === 1);
    await send(edit(event, ts(mention), "<@UBOT> junior?"));
    await slack.until(() => slack.callsOf("chat.update").length === 1);
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("careers/junior.md");
    // What it said before is not kept.
    expect(retracted).toHaveLength(1);
  });

  it("fault 13: removes the answer when the question is deleted", async () => {
    const { send, event, slack, retracted } = await startHarness({ lessons });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    await send(mention);
    await slack.until(() => slack.workspace.messages.length === 1);
    await send(event("message_deleted", { deleted_ts: ts(mention) }));
    await slack.until(() => slack.workspace.messages.length === 0);
    expect(slack.callsOf("chat.delete")).toHaveLength(1);
    await slack.until(() => retracted.length === 1);
  });

  it("fault 13: forgets a deleted question although its answer cannot be removed, and whoever was faster is no fault", async () => {
    const { send, event, slack, retracted, log } = await startHarness({ lessons });
    for (const [index, refusal] of ["message_not_found", "cant_delete_message"].entries()) {
      const mention = event("app_mention", { text: "<@UBOT> senior?", channel: `C${index}` });
      await send(mention);
      await slack.until(() => slack.workspace.messages.length === index + 1);
      slack.script("chat.delete", [{ reply: { ok: false, error: refusal } }]);
      await send(event("message_deleted", { deleted_ts: ts(mention), channel: `C${index}` }));
      await slack.until(() => slack.callsOf("chat.delete").length === index + 1);
    }
    await settle();
    expect(retracted).toHaveLength(2);
    expect(log.text()).not.toContain("message_not_found");
    expect(log.text()).toContain("cant_delete_message");
  });

  it("fault 13: drops the answer of a question that is deleted while it searches", async () => {
    const held = Promise.withResolvers<void>();
    const { send, event, slack, metrics, retracted } = await startHarness({
      lessons,
      before: () => held.promise,
    });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    await send(mention);
    await send(event("message_deleted", { deleted_ts: ts(mention) }));
    held.resolve();
    while (metrics.total("questions_ended_total") === 0) await settle();
    expect(slack.callsOf("chat.postMessage")).toEqual([]);
    await slack.until(() => retracted.length === 1);
  });

  it("answers, once, who put its name into the message only afterwards, long after it was written", async () => {
    const { send, event, slack, said, clock, metrics } = await startHarness({ lessons });
    const first = event("message_channel", { text: "@Docnet senior?" });
    await send(first);
    await clock.advance(1_800_000);
    const now = edit(event, ts(first), "<@UBOT> senior?");
    const stamp = (now["event"] as { message: { edited: object } }).message.edited;
    // Slack says so twice where it counts the edit as a mention, too.
    const twin = event("app_mention", { text: "<@UBOT> senior?", ts: ts(first), edited: stamp });
    await Promise.all([send(now), send(twin)]);
    await slack.until(() => metrics.total("questions_ended_total") === 2);
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("Senior");
    expect(slack.workspace.messages[0]?.thread).toBe(ts(first));
  });

  it("changes what it said to a question that was too long when that is made shorter", async () => {
    const { send, event, slack, said } = await startHarness({ lessons });
    const mention = event("app_mention", { text: `<@UBOT> senior? ${"a".repeat(4001)}` });
    await send(mention);
    await slack.until(() => said()[0]?.includes("Please shorten it") === true);
    await send(edit(event, ts(mention), "<@UBOT> senior?"));
    await slack.until(() => said()[0]?.includes("Senior: ₹18–35+") === true);
    expect(said()).toHaveLength(1);
  });

  it("answers an edited question anew where somebody has deleted its answer", async () => {
    const { send, event, slack, said, clock } = await startHarness({ lessons });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    await send(mention);
    await slack.until(() => slack.workspace.messages.length === 1);
    slack.workspace.messages.length = 0;
    await clock.advance(1000);
    await send(edit(event, ts(mention), "<@UBOT> a senior?"));
    await slack.until(() => said().length === 1);
    expect(slack.workspace.messages[0]?.thread).toBe(ts(mention));
  });

  function edit(
    event: Awaited<ReturnType<typeof startHarness>>["event"],
    of: string,
    text: string,
  ) {
    const now = event("message_changed");
    const stamp = ts(now);
    const message = {
      type: "message",
      user: "U1",
      text,
      team: "T1",
      ts: of,
      edited: { user: "U1", ts: stamp },
    };
    return event("message_changed", { message, previous_message: { ...message, text: "before" } });
  }
});
