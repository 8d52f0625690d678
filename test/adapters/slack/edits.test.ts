import { describe, expect, it } from "vitest";
import { settle } from "../../fakes/clock.ts";
import { citation } from "../../support/answers.ts";
import { lesson } from "../../support/scripted-core.ts";
import { startHarness, ts } from "./harness.ts";

const lessons = [lesson("senior")];

describe("edits and deletions", () => {
  it("updates the answer when the question is edited, without a second one", async () => {
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

  it("removes the answer when the question is deleted", async () => {
    const { send, event, slack, retracted } = await startHarness({ lessons });
    const mention = event("app_mention", { text: "<@UBOT> senior?" });
    await send(mention);
    await slack.until(() => slack.workspace.messages.length === 1);
    await send(event("message_deleted", { deleted_ts: ts(mention) }));
    await slack.until(() => slack.workspace.messages.length === 0);
    expect(slack.callsOf("chat.delete")).toHaveLength(1);
    await slack.until(() => retracted.length === 1);
  });

  it("drops the answer of a question that is deleted while it searches", async () => {
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
