import { describe, expect, it } from "vitest";
import { settle } from "../../fakes/clock.ts";
import { buttonLabels, visibleText } from "../../fakes/slack/read-blocks.ts";
import { lesson } from "../../support/scripted-core.ts";
import { readFixture, startHarness } from "./harness.ts";
import type { Harness } from "./harness.ts";
import { lastResponse, lastView } from "./pressing.ts";
import type { Payload } from "./pressing.ts";

describe("Home", () => {
  it("offers a search field, questions, topics, and says what is seen and why", async () => {
    const { send, event, slack } = await startHarness({
      lessons: [lesson("senior")],
      pinned: ["One?", "Two?"],
    });
    await send(event("app_home_opened"));
    await slack.until(() => slack.workspace.views.has("U1"));
    const view = slack.workspace.views.get("U1") as Payload;
    expect(visibleText(view["blocks"])).toContain("Ask Docent");
    expect(buttonLabels(view["blocks"])).toEqual(["One?", "Two?", "careers (2)"]);
    expect(visibleText(view["blocks"])).toContain("2 pages: what is public");
  });

  it("offers what several people have asked of late, as its authors put it, and nobody's own words", async () => {
    const harness = await startHarness({ lessons: [lesson("senior")], pinned: ["One?"] });
    const { send, event, slack } = harness;
    for (const user of ["U5", "U6", "U7"]) {
      await send(event("message_im", { user, channel: `D${user}`, text: `senior for ${user}?` }));
    }
    await slack.until(() => slack.workspace.messages.length === 3);
    await send(event("app_home_opened"));
    await slack.until(() => slack.workspace.views.has("U1"));
    const { blocks } = slack.workspace.views.get("U1") as { readonly blocks: unknown };
    expect(visibleText(blocks)).toContain("Asked by many this week");
    expect(buttonLabels(blocks)).toContain("Salaries › India");
    expect(JSON.stringify(blocks)).not.toMatch(/senior for/u);
  });

  it("answers a search in a modal, and browses from a topic to its pages", async () => {
    const harness = await startHarness({ lessons: [lesson("senior")] });
    const { send, event, slack, press } = harness;
    await send(event("app_home_opened"));
    await slack.until(() => slack.workspace.views.has("U1"));
    const home = slack.workspace.views.get("U1") as Payload;
    const from = {
      container: { type: "view" },
      view: { ...home, id: "V0" },
      response_url: undefined,
    };
    const action = {
      type: "plain_text_input",
      action_id: "docent_search",
      block_id: "docent_search",
      value: "senior?",
      action_ts: "1.3",
    };
    await send({ ...press(home["blocks"], "careers (2)", from), actions: [action] });
    await slack.until(() => visibleText(lastView(harness)["blocks"]).includes("Senior: ₹18–35+"));
    await send(press(home["blocks"], "careers (2)", from));
    await slack.until(() => buttonLabels(lastView(harness)["blocks"]).includes("Salaries"));
    const topic = lastView(harness);
    await send(press(topic["blocks"], "Salaries", { ...from, view: { ...topic, id: "V1" } }));
    await slack.until(() => slack.callsOf("views.push").length === 1);
    expect(visibleText(lastView(harness)["blocks"])).toContain("careers/salaries.md");
  });
});

describe("administration", () => {
  const command = (slack: Harness["slack"], text: string, fields: Payload = {}): Payload => ({
    ...readFixture("slash_command"),
    command: "/docent",
    text,
    response_url: slack.responseUrl().url,
    ...fields,
  });

  it("hands the line to the core for an admin of this workspace, and draws the reply with its next steps", async () => {
    const harness = await startHarness();
    const { send, slack, commands, press } = harness;
    slack.workspace.people.set("U1", { id: "U1", is_admin: true });
    await send(command(slack, "status"));
    await slack.until(() => slack.responses.length === 1);
    expect(commands[0]).toMatchObject({
      line: "status",
      actor: { admin: true, from: "slack", place: "slack:T1:C1" },
    });
    expect(lastResponse(harness)["response_type"]).toBe("ephemeral");
    expect(visibleText(lastResponse(harness)["blocks"])).toBe("Done: status");
    await send(press(lastResponse(harness)["blocks"], "Problems"));
    await slack.until(() => commands.length === 2);
    expect(commands[1]?.line).toBe("problems");
  });

  it.each([
    ["a member", { id: "U1" }, {}],
    ["a guest", { id: "U1", is_admin: true, is_restricted: true }, {}],
    ["an admin of another workspace", { id: "U1", is_admin: true }, { team_id: "T2" }],
    ["somebody Slack counts elsewhere", { id: "U1", is_admin: true, team_id: "T2" }, {}],
  ])("does not take %s for an admin", async (_, who, fields) => {
    const { send, slack, commands } = await startHarness();
    slack.workspace.people.set("U1", who);
    await send(command(slack, "reload", fields));
    await slack.until(() => commands.length === 1);
    expect(commands[0]?.actor.admin).toBe(false);
    await settle();
  });

  it("takes the people and user groups of SLACK_ADMINS, and then no others", async () => {
    const { send, slack, commands } = await startHarness({ settings: { admins: ["U7", "S1"] } });
    slack.workspace.people.set("U1", { id: "U1", is_admin: true });
    slack.workspace.groups.set("S1", ["U8"]);
    for (const user_id of ["U1", "U7", "U8"]) await send(command(slack, "status", { user_id }));
    await slack.until(() => commands.length === 3);
    const verdicts = commands.map(({ actor }) => [actor.asker.id, actor.admin]);
    expect(Object.fromEntries(verdicts)).toEqual({
      "slack:T1:U1": false,
      "slack:T1:U7": true,
      "slack:T1:U8": true,
    });
  });
});
