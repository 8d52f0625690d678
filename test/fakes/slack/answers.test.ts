import { describe, expect, it } from "vitest";
import { ackFaults, responseFaults } from "./check-answers.ts";

const words = [{ type: "section", text: { type: "plain_text", text: "words" } }];
const modal = { type: "modal", title: { type: "plain_text", text: "Docent" }, blocks: words };

describe("a message for a response_url", () => {
  it.each([
    { text: "words" },
    { text: "words", blocks: words, response_type: "ephemeral", replace_original: true },
    { delete_original: true },
  ])("is taken: %j", (body) => expect(responseFaults(body)).toEqual([]));

  it.each([
    ["no words for those who hear it", { blocks: words }, "text"],
    ["an empty text", { text: "" }, "text"],
    ["a text too long", { text: "a".repeat(4001) }, "4000"],
    ["a key that is none", { text: "a", channel: "C1" }, "channel"],
    ["an audience that is none", { text: "a", response_type: "all" }, "response_type"],
    ["a thread without a time stamp", { text: "a", thread_ts: "" }, "thread_ts"],
    ["a block that is none", { text: "a", blocks: [{ type: "words" }] }, "type"],
  ])("is refused with %s", (_, body, fault) => {
    expect(responseFaults(body).join("\n")).toContain(fault);
  });
});

describe("an acknowledgement", () => {
  it.each([
    undefined,
    {},
    { response_action: "clear" },
    { response_action: "update", view: modal },
    { response_action: "errors", errors: { block: "Please write a question." } },
  ])("is taken: %j", (payload) => expect(ackFaults(payload)).toEqual([]));

  it.each([
    ["an action that is none", { response_action: "close" }],
    ["a view that Slack does not take", { response_action: "push", view: { type: "modal" } }],
    ["no view to show", { response_action: "update" }],
    ["errors without words", { response_action: "errors", errors: { block: "" } }],
    ["more than it says", { response_action: "clear", view: modal }],
  ])("is refused with %s", (_, payload) => expect(ackFaults(payload)).not.toEqual([]));
});
