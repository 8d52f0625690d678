import { describe, expect, it } from "vitest";
import { openClient, refusalOf } from "./open-client.ts";

const START = {
  channel: "C1",
  thread_ts: "1795176000.000100",
  recipient_team_id: "T1",
  recipient_user_id: "U1",
};
const divider = { type: "divider" };
const dividers = (count: number): object[] => Array.from({ length: count }, () => divider);
const blocksChunk = (count: number) => ({ type: "blocks", blocks: dividers(count) });
const task = (more: object) => ({
  chunks: [{ type: "task_update", id: "1", title: "Reading", status: "pending", ...more }],
});

/** A call with one thing wrong: what, Slack's code, the arguments, and words of the fault that is left in the test. */
type Wrong = readonly [what: string, error: string, args: object, words: string];

/** Makes the call with the real client: it is refused, leaves a fault, and nothing has happened. */
async function expectRefused(method: string, args: object, error: string, words: string) {
  const { slack, client } = await openClient();
  const known = await client.chat.startStream(START);
  const before = structuredClone(slack.workspace.messages);
  const at = method === "chat.startStream" ? {} : { channel: "C1", ts: known.ts };
  expect(await refusalOf(client.apiCall(method, { ...at, ...args }))).toBe(error);
  expect(slack.faults.join("\n")).toContain(`${method}: `);
  expect(slack.faults.join("\n")).toContain(words);
  expect(slack.workspace.messages).toEqual(before);
}

describe("a stream that is begun wrongly is refused, and its test fails:", () => {
  const { thread_ts, recipient_team_id, recipient_user_id, channel } = START;
  it.each<Wrong>([
    ["no channel", "invalid_arguments", { thread_ts }, "channel is missing"],
    [
      "a channel without the recipient's team",
      "missing_recipient_team_id",
      { channel, thread_ts, recipient_user_id },
      "recipient_team_id",
    ],
    [
      "a channel without a recipient",
      "missing_recipient_user_id",
      { channel, thread_ts, recipient_team_id },
      "recipient_user_id",
    ],
    ["a recipient who is none", "invalid_arguments", { ...START, recipient_user_id: "C1" }, "user"],
    ["a direct message without a thread", "invalid_arguments", { channel: "D1" }, "thread_ts"],
    [
      "a thread without a time stamp",
      "invalid_arguments",
      { ...START, thread_ts: "" },
      "thread_ts",
    ],
    [
      "a display that is none",
      "invalid_arguments",
      { ...START, task_display_mode: "grid" },
      "plan",
    ],
    ["blocks", "invalid_arguments", { ...START, blocks: [divider] }, "blocks is not documented"],
    ["unfurling", "invalid_arguments", { ...START, unfurl_links: false }, "unfurl_links is not"],
    ["metadata", "invalid_arguments", { ...START, metadata: {} }, "metadata is not documented"],
    [
      "51 blocks in chunks",
      "msg_blocks_too_many",
      {
        ...START,
        chunks: [blocksChunk(50), blocksChunk(1)],
      },
      "msg_blocks_too_many",
    ],
  ])("%s", (_, error, args, words) => expectRefused("chat.startStream", args, error, words));
});

describe("what is appended wrongly is refused, and its test fails:", () => {
  it.each<Wrong>([
    ["nothing", "no_text", {}, "neither markdown_text nor chunks"],
    ["an empty text", "no_text", { markdown_text: "" }, "neither markdown_text nor chunks"],
    ["no chunks at all", "no_text", { chunks: [] }, "neither markdown_text nor chunks"],
    ["12,001 characters", "msg_too_long", { markdown_text: "a".repeat(12_001) }, "12001"],
    [
      "12,001 characters in a chunk",
      "msg_too_long",
      { chunks: [{ type: "markdown_text", text: "a".repeat(12_001) }] },
      "12001",
    ],
    [
      "text and chunks together",
      "cannot_provide_both_markdown_text_and_chunks",
      { markdown_text: "a", ...task({}) },
      "together",
    ],
    [
      "blocks beside chunks",
      "invalid_arguments",
      { markdown_text: "a", blocks: [divider] },
      "blocks",
    ],
    ["a kind of chunk that is none", "invalid_chunks", { chunks: [{ type: "image" }] }, "chunks"],
    ["chunks that are no list", "invalid_chunks", { chunks: { type: "plan_update" } }, "chunks"],
    ["a task that is done", "invalid_chunks", task({ status: "done" }), "in_progress"],
    ["a task without a title", "invalid_chunks", task({ title: undefined }), "title"],
    ["a task of 257 characters", "invalid_chunks", task({ title: "a".repeat(257) }), "256"],
    ["a task with a field of its own", "invalid_chunks", task({ progress: 1 }), "progress"],
    [
      "a source that is no address",
      "invalid_chunks",
      task({ sources: [{ type: "url", url: "javascript:1", text: "a" }] }),
      "url",
    ],
    ["a plan without a title", "invalid_chunks", { chunks: [{ type: "plan_update" }] }, "title"],
    ["51 blocks in one chunk", "invalid_chunks", { chunks: [blocksChunk(51)] }, "50"],
    [
      "a block that Slack does not take",
      "invalid_blocks",
      { chunks: [{ type: "blocks", blocks: [{ type: "header", text: "words" }] }] },
      "text",
    ],
  ])("%s", (_, error, args, words) => expectRefused("chat.appendStream", args, error, words));
});

describe("a stream that is stopped wrongly goes on, and its test fails:", () => {
  it.each<Wrong>([
    ["51 blocks", "invalid_blocks", { blocks: dividers(51) }, "50"],
    ["text", "invalid_arguments", { text: "a" }, "text is not documented"],
    [
      "metadata without a payload",
      "invalid_metadata_format",
      { metadata: { event_type: "a" } },
      "event_payload",
    ],
    ["a state that is none", "invalid_arguments", { session_status: "done" }, "session_status"],
    ["no time stamp", "invalid_arguments", { ts: "" }, "ts"],
  ])("%s", (_, error, args, words) => expectRefused("chat.stopStream", args, error, words));
});

describe("what does not fit to what was before is refused, and its test fails:", () => {
  async function begun(content: object) {
    const open = await openClient();
    const { ts = "" } = await open.client.chat.startStream({ ...START, ...content });
    const stream = { channel: "C1", ts };
    const append = (more: object) =>
      refusalOf(open.client.apiCall("chat.appendStream", { ...stream, ...more }));
    const stop = (more: object = {}) =>
      refusalOf(open.client.apiCall("chat.stopStream", { ...stream, ...more }));
    return { ...open, append, stop };
  }

  it("chunks after text, and text after chunks, also at the end", async () => {
    const text = await begun({ markdown_text: "a" });
    expect(await text.append(task({}))).toBe("streaming_mode_mismatch");
    expect(await text.stop(task({}))).toBe("streaming_mode_mismatch");
    expect(text.slack.faults).toHaveLength(2);
    const chunks = await begun(task({}));
    expect(await chunks.append({ markdown_text: "a" })).toBe("streaming_mode_mismatch");
    expect(chunks.slack.faults).toEqual(["chat.appendStream: streaming_mode_mismatch"]);
    expect(await chunks.stop({ blocks: [divider] })).toBeUndefined();
  });

  it("more than fifty blocks in all, those of its end apart", async () => {
    const { slack, append, stop } = await begun({ chunks: [blocksChunk(50)] });
    expect(await append({ chunks: [blocksChunk(1)] })).toBe("msg_blocks_too_many");
    expect(slack.faults).toEqual(["chat.appendStream: msg_blocks_too_many"]);
    expect(await stop({ blocks: dividers(50) })).toBeUndefined();
    expect(slack.workspace.messages[0]?.blocks).toHaveLength(100);
  });

  it("more text after we have stopped it", async () => {
    const { slack, append, stop } = await begun({ markdown_text: "a" });
    expect(await stop()).toBeUndefined();
    expect(await append({ markdown_text: "b" })).toBe("message_not_in_streaming_state");
    expect(slack.faults).toEqual(["chat.appendStream: it was stopped before"]);
  });

  it.each([
    ["a message that never was", "message_not_found", "1795176000.999999", "C1"],
    ["somebody's message", "message_not_owned_by_app", "1795176000.000200", "C1"],
    ["a stream in another channel", "message_not_found", undefined, "C2"],
    ["a message of ours that was posted whole", "message_not_in_streaming_state", "whole", "C1"],
  ])("%s", async (_, error, given, channel) => {
    const { slack, client } = await openClient();
    const started = await client.chat.startStream(START);
    slack.workspace.say({ channel: "C1", ts: "1795176000.000200", user: "U2", text: "hello" });
    await client.apiCall("chat.postMessage", { channel: "C1", text: "whole" });
    const whole = slack.workspace.messages.at(-1);
    const ts = given === "whole" ? whole?.ts : (given ?? started.ts);
    for (const method of ["chat.appendStream", "chat.stopStream"])
      expect(await refusalOf(client.apiCall(method, { channel, ts, markdown_text: "a" }))).toBe(
        error,
      );
    expect(slack.faults).toEqual([
      "chat.appendStream: no stream of ours ever had this ts",
      "chat.stopStream: no stream of ours ever had this ts",
    ]);
  });
});
