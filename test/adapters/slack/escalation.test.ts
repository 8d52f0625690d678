import { describe, expect, it } from "vitest";
import { pressables, visibleText } from "../../fakes/slack/read-blocks.ts";
import { answered, lastResponse, submission } from "./pressing.ts";
import type { Payload } from "./pressing.ts";

describe("ask a human", () => {
  const settings = { escalationChannel: "CHELP" };

  it("posts the question with a link to where it was asked, and says so to the asker", async () => {
    const harness = await answered("who won the match?", { settings });
    const { send, press, message, on, slack, said } = harness;
    await send(press(message.blocks, "Ask a human", on));
    await slack.until(() => slack.responses.length === 1);
    expect(said("CHELP")[0]).toContain("who won the match?");
    const blocks = slack.workspace.messages.find(({ channel }) => channel === "CHELP")?.blocks;
    expect(JSON.stringify(blocks)).toContain("https://t1.slack.example/archives/C1/p");
    expect(visibleText(lastResponse(harness)["blocks"])).toContain("I asked the humans");
  });

  it("is one call for help, however often it is pressed", async () => {
    const { send, press, message, on, slack, said } = await answered("who won the match?", {
      settings,
    });
    await send(press(message.blocks, "Ask a human", on));
    await slack.until(() => slack.responses.length === 1);
    await send(press(message.blocks, "Ask a human", on));
    await slack.until(() => slack.responses.length === 2);
    expect(said("CHELP")).toHaveLength(1);
  });

  it("lets a human take it and resolve it, and brings the answer to where it was asked", async () => {
    const { send, press, message, on, slack, clock, said } = await answered("who won the match?", {
      settings,
    });
    await send(press(message.blocks, "Ask a human", on));
    await slack.until(() => slack.responses.length === 1);
    const help = slack.workspace.messages.find(({ channel }) => channel === "CHELP");
    const human = { user: { id: "U9", team_id: "T1" }, channel: { id: "CHELP" } };
    await send(press(help?.blocks, "I take it", human));
    await slack.until(() => said("CHELP")[0]?.includes("Taken by @U9") === true);
    await send(press(help?.blocks, "Resolve…", human));
    await slack.until(() => slack.workspace.views.size === 1);
    const [[id, view]] = [...slack.workspace.views] as [[string, Payload]];
    await send({
      ...submission(id, view, { docent_resolve: { docent_resolve: { value: "The blue team." } } }),
      user: human.user,
    });
    while (said("C1").length < 2) await clock.advance(500);
    expect(said("CHELP")[0]).toContain("Resolved by @U9");
    expect(pressables(help?.blocks)).toEqual([]);
    expect(said("C1")[1]).toContain("The blue team.");
    expect(slack.workspace.messages.at(-1)?.thread).toBe(message.thread);
  });

  it("tells the asker when the knowledge has learnt it", async () => {
    const harness = await answered("who won the match?");
    const { send, press, message, on, slack, adapter, said, services, clock } = harness;
    await send(press(message.blocks, "Tell me when you know", on));
    await slack.until(() => slack.responses.length === 1);
    const asker = { id: "slack:T1:U1", labels: [] };
    const answer = await services.assistant.ask({ text: "hello", asker });
    await adapter.tell("slack:T1:U1", answer);
    await clock.advance(0);
    expect(said("U1")[0]).toContain("Now I know:");
  });
});
