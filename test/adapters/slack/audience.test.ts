import { describe, expect, it } from "vitest";
import { citation } from "../../support/answers.ts";
import { lesson } from "../../support/scripted-core.ts";
import { startHarness } from "./harness.ts";

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
