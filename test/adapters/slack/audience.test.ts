import { describe, expect, it } from "vitest";
import { visibleText } from "../../fakes/slack/read-blocks.ts";
import { abstained, citation } from "../../support/answers.ts";
import { lesson } from "../../support/scripted-core.ts";
import { startHarness } from "./harness.ts";
import { answered, whispered } from "./pressing.ts";

const lessons = [lesson("senior")];

describe("who may read what", () => {
  const secret = citation({ audience: ["slack:group:S1"], page: "board/plan.md" });
  const guarded = [lesson("plan", { citations: [secret], related: [] })];

  it("answers a member of a group in a direct message, and nobody in a channel", async () => {
    const { send, event, slack, said } = await startHarness({ lessons: guarded });
    slack.workspace.groups.set("S1", ["U1"]);
    await send(event("message_im", { text: "the plan?" }));
    await slack.until(() => slack.workspace.messages.length === 1);
    expect(said("D1")[0]).toContain("board/plan.md");
    await send(event("app_mention", { text: "<@UBOT> the plan?" }));
    await slack.until(() => slack.workspace.messages.length === 2);
    expect(said("C1")[0]).toContain("I don't know");
  });

  it("gives a channel that other organisations read no label of this workspace", async () => {
    const { send, event, slack, asked } = await startHarness({ lessons });
    await send(event("app_mention", { text: "<@UBOT> senior?" }, { is_ext_shared_channel: true }));
    await slack.until(() => slack.workspace.messages.length === 1);
    await send(event("app_mention", { text: "<@UBOT> a senior?", channel: "C2" }));
    await slack.until(() => slack.workspace.messages.length === 2);
    expect(asked.map(({ asker }) => asker.labels)).toEqual([
      ["slack:channel:C1"],
      ["slack:team:T1", "slack:channel:C2"],
    ]);
  });

  it("takes no label of this workspace for what is pressed or shared where other organisations read along", async () => {
    const ours = citation({ audience: ["slack:team:T1"], page: "board/plan.md" });
    const meant = { word: "paln", outcome: abstained({ didYouMean: "the plan?", related: [] }) };
    const lessons = [meant, lesson("plan", { citations: [ours], related: [] })];
    const harness = await answered("the paln?", { lessons });
    const { send, press, message, on, slack, said, clock } = harness;
    slack.workspace.external.add("C1");
    await send(press(message.blocks, "the plan?", on));
    while (said("C1").length < 2) await clock.advance(500);
    expect(said("C1")[1]).toContain("I don't know");

    const whisper = await whispered("plan?", { lessons });
    whisper.slack.workspace.external.add("C1");
    expect(visibleText(whisper.blocks)).toContain("board/plan.md");
    await whisper.send(whisper.press(whisper.blocks, "Share to channel", whisper.on));
    await whisper.slack.until(() => whisper.slack.responses.length === 2);
    expect(whisper.said()).toEqual([]);
    // Where Slack does not say who reads along, it is as if others did.
    whisper.slack.workspace.external.clear();
    whisper.slack.always("conversations.info", { status: 503 });
    await whisper.clock.advance(300_000);
    await whisper.send(whisper.press(whisper.blocks, "Share to channel", whisper.on));
    await whisper.slack.until(() => whisper.slack.responses.length === 3);
    expect(whisper.said()).toEqual([]);
  });

  it("shows people without groups less, never more, where Slack does not name groups", async () => {
    const { send, event, slack, said } = await startHarness({ lessons: guarded });
    slack.always("usergroups.list", { reply: { ok: false, error: "missing_scope" } });
    await send(event("message_im", { text: "the plan?" }));
    await slack.until(() => slack.workspace.messages.length === 1);
    expect(said("D1")[0]).toContain("I don't know");
  });

  it("tells what somebody may read by, and nothing of who is gone or of another workspace's groups", async () => {
    const { adapter, slack } = await startHarness();
    const { people, groups } = slack.workspace;
    groups.set("S1", ["U1", "U2", "U3"]);
    people.set("U2", { id: "U2", team_id: "T2" });
    people.set("U3", { id: "U3", deleted: true });
    expect(await adapter.labelsOf("U1")).toEqual([
      "slack:team:T1",
      "slack:user:U1",
      "slack:group:S1",
    ]);
    expect(await adapter.labelsOf("U2")).toEqual(["slack:user:U2"]);
    expect(await adapter.labelsOf("U3")).toBeUndefined();
    slack.always("users.info", { reply: { ok: false, error: "user_not_found" } });
    expect(await adapter.labelsOf("U4")).toBeUndefined();
  });

  it("tells nothing before it knows which workspace it is in", async () => {
    const { adapter } = await startHarness({ idle: true });
    expect(await adapter.labelsOf("U1")).toBeUndefined();
  });
});
