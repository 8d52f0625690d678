import { describe, expect, it } from "vitest";
import { pressables, visibleText } from "../../fakes/slack/read-blocks.ts";
import { lesson } from "../../support/scripted-core.ts";
import { answered, lastResponse, submission, whispered } from "./pressing.ts";
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

  it("tells the asker when the humans could not be asked, and asks them at the next press", async () => {
    const harness = await answered("who won the match?", { settings });
    const { send, press, message, on, slack, said, log, clock } = harness;
    slack.workspace.closed.add("CHELP");
    await send(press(message.blocks, "Ask a human", on));
    await slack.until(() => slack.responses.length === 1);
    const words = visibleText(lastResponse(harness)["blocks"]);
    expect(words).toContain("Something went wrong on our side");
    // The id that the asker was told is in the log, beside what to do.
    expect(log.text()).toContain(/id (\S+)\)/u.exec(words)?.[1]);
    expect(log.text()).toContain("/invite @Docent");
    slack.workspace.closed.clear();
    await send(press(message.blocks, "Ask a human", on));
    while (said("CHELP").length === 0) await clock.advance(500);
  });

  it("does not ask them twice where Slack never told that they were asked", async () => {
    const { send, press, message, on, slack, said, clock } = await answered("who won the match?", {
      settings,
    });
    slack.script("chat.postMessage", [{ lose: "reset" }]);
    slack.always("conversations.history", { status: 502 });
    await send(press(message.blocks, "Ask a human", on));
    while (slack.responses.length < 1) await clock.advance(1000);
    slack.always("conversations.history", undefined);
    await clock.advance(600_000);
    await send(press(message.blocks, "Ask a human", on));
    while (slack.responses.length < 2) await clock.advance(1000);
    expect(said("CHELP")).toHaveLength(1);
    const help = slack.workspace.messages.find(({ channel }) => channel === "CHELP");
    const human = { user: { id: "U9", team_id: "T1" }, channel: { id: "CHELP" } };
    await send(press(help?.blocks, "I take it", human));
    await slack.until(() => said("CHELP")[0]?.includes("Taken by @U9") === true);
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

  it("brings the answer to the asker of a private question, also where the call for help was deleted", async () => {
    const harness = await whispered("who won the match?", { settings });
    const { send, press, blocks, on, slack, said, clock } = harness;
    await send(press(blocks, "Ask a human", on));
    await slack.until(() => slack.responses.length === 2);
    expect(visibleText(lastResponse(harness)["blocks"])).toContain("I will write to you");
    const help = slack.workspace.messages.find(({ channel }) => channel === "CHELP");
    const human = { user: { id: "U9", team_id: "T1" }, channel: { id: "CHELP" } };
    await send(press(help?.blocks, "Resolve…", human));
    await slack.until(() => slack.workspace.views.size === 1);
    slack.workspace.messages.length = 0;
    const [[id, view]] = [...slack.workspace.views] as [[string, Payload]];
    const values = { docent_resolve: { docent_resolve: { value: "The blue team." } } };
    await send({ ...submission(id, view, values), user: human.user });
    while (said("U1").length === 0) await clock.advance(500);
    expect(said("U1")[0]).toContain("The blue team.");
    expect(slack.workspace.messages.map(({ channel }) => channel)).toEqual(["U1"]);
  });

  it("tells the asker when the knowledge has learnt it", async () => {
    const harness = await answered("who won the match?", { lessons: [lesson("senior")] });
    const { send, press, message, on, slack, adapter, said, services, clock } = harness;
    await send(press(message.blocks, "Tell me when you know", on));
    await slack.until(() => slack.responses.length === 1);
    const asker = { id: "slack:T1:U1", labels: [] };
    const answer = await services.assistant.ask({ text: "senior?", asker });
    await adapter.tell("slack:T1:U1", answer);
    await clock.advance(0);
    expect(said("U1")[0]).toContain("You asked “senior?”. Now I know:");
    expect(said("U1")[0]).toContain("Senior: ₹18–35+");
    // Whoever hears it read out hears the same.
    expect(slack.workspace.messages.at(-1)?.text).toMatch(/^You asked “senior\?”\. Now I know:\n/u);
  });
});
