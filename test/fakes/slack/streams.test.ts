import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begun, IN_CHANNEL, paragraph, RECIPIENT, THREAD } from "./begin-stream.ts";
import { openClient } from "./open-client.ts";
import { links, pings, visibleText } from "./read-blocks.ts";
import { createWorkspace } from "./workspace.ts";

describe("a streamed message", () => {
  it("stands in its thread from the start, grows, and is whole when it is stopped", async () => {
    const { slack, client, message, seen, stream } = await begun();
    expect(message).toMatchObject({ channel: "C1", thread: THREAD, user: "UBOT" });
    expect(seen()).toBe("Senior:");
    expect(
      await client.chat.appendStream({ ...stream, markdown_text: "**18–35+** " }),
    ).toMatchObject({ ok: true, ...stream });
    expect(seen()).toBe("Senior: 18–35+");
    const stopped = await client.chat.stopStream({
      ...stream,
      markdown_text: "lakh a year",
      blocks: [{ type: "divider" }, paragraph("Below.")],
      metadata: { event_type: "docent_message", event_payload: { key: "k" } },
    });
    expect(seen()).toBe("Senior: 18–35+ lakh a year\nBelow.");
    expect(stopped).toMatchObject({ ...stream, message: { text: seen(), thread_ts: THREAD } });
    expect(message.metadata).toEqual({ event_type: "docent_message", event_payload: { key: "k" } });
    expect(slack.workspace.messages).toHaveLength(1);
    expect(slack.faults).toEqual([]);
  });

  it("says of itself whether it is still written", async () => {
    const { client, stream } = await begun();
    await client.apiCall("chat.postMessage", { channel: "C1", thread_ts: THREAD, text: "b" });
    const states = async () => {
      const { messages = [] } = await client.conversations.replies({ channel: "C1", ts: THREAD });
      return messages.map((one) => (one as { streaming_state?: string }).streaming_state);
    };
    expect(await states()).toEqual(["in_progress", undefined]);
    await client.chat.stopStream(stream);
    expect(await states()).toEqual(["completed", undefined]);
  });

  it("needs no recipient in a direct message, and no thread in a channel", async () => {
    const { slack, client } = await openClient();
    await client.chat.startStream({ channel: "D1", thread_ts: THREAD });
    await client.apiCall("chat.startStream", { channel: "C1", ...RECIPIENT });
    expect(slack.workspace.messages.map(({ thread }) => thread)).toEqual([THREAD, undefined]);
    expect(slack.faults).toEqual([]);
  });

  it("takes 12,000 characters at once, and more with the next call", async () => {
    const { slack, client, message, stream } = await begun();
    for (let part = 0; part < 2; part += 1)
      await client.chat.appendStream({ ...stream, markdown_text: "a".repeat(12_000) });
    expect(visibleText(message.blocks)).toHaveLength("Senior: ".length + 24_000);
    expect(slack.faults).toEqual([]);
  });

  it("is written by the client's own chatStream in few calls, with nothing lost", async () => {
    const { slack, client } = await openClient();
    const streamer = client.chatStream(IN_CHANNEL);
    const words = Array.from({ length: 400 }, (_, index) => `word ${index} `);
    for (const markdown_text of words) await streamer.append({ markdown_text });
    await streamer.stop({ blocks: [paragraph("Helpful?")] });
    const [message] = slack.workspace.messages;
    expect(visibleText(message?.blocks)).toBe(`${words.join("").trim()}\nHelpful?`);
    expect(slack.callsOf("chat.startStream")).toHaveLength(1);
    expect(slack.callsOf("chat.stopStream")).toHaveLength(1);
    expect(slack.callsOf("chat.appendStream").length).toBeLessThan(20);
    expect(slack.faults).toEqual([]);
  });

  it("is begun and stopped at once by chatStream where all fits into its buffer, or there is nothing", async () => {
    const { slack, client } = await openClient();
    await client.chatStream(IN_CHANNEL).stop({ markdown_text: "Short." });
    await client.chatStream(IN_CHANNEL).stop();
    expect(slack.workspace.messages.map(({ blocks }) => visibleText(blocks))).toEqual([
      "Short.",
      "",
    ]);
    expect(slack.faults).toEqual([]);
  });

  it("shows the whole text, however it is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 30 })), (parts) => {
        const workspace = createWorkspace(() => 1_795_176_000_000);
        const faults: string[] = [];
        const { ts } = workspace.perform("chat.startStream", { ...IN_CHANNEL }, faults);
        const at = { channel: "C1", ts };
        const own = parts.filter((text) => text !== "");
        for (const markdown_text of own)
          workspace.perform("chat.appendStream", { ...at, markdown_text }, faults);
        workspace.perform("chat.stopStream", at, faults);
        const text = own.join("");
        expect(workspace.messages[0]?.blocks).toEqual(
          text === "" ? [] : [{ type: "markdown", text }],
        );
        expect(faults).toEqual([]);
      }),
    );
  });
});

describe("what a person sees of chunks", () => {
  const task = (id: string, more: object) => ({ type: "task_update", id, ...more }) as never;
  const reading = { title: "Reading pages", status: "in_progress" };
  const chunks = [
    { type: "plan_update", title: "Finding out" } as never,
    { type: "markdown_text", text: "I look. " } as never,
    task("1", { ...reading, details: "pay.md" }),
    { type: "markdown_text", text: "And then. " } as never,
    task("2", { title: "Answering", status: "pending" }),
    { type: "blocks", blocks: [paragraph("A block.")] } as never,
  ];
  const source = { type: "url", url: "https://docs.example/pay", text: "Pay" };
  const last = task("1", {
    ...reading,
    status: "complete",
    details: ", more.md",
    sources: [source],
  });

  it.each([
    [
      "timeline",
      "I look.\nReading pages (complete)\npay.md, more.md\nPay\nAnd then.\nAnswering (pending)\nA block.",
    ],
    [
      "plan",
      "Finding out\nReading pages (complete)\npay.md, more.md\nPay\nAnswering (pending)\nI look. And then.\nA block.",
    ],
  ])("as a %s", async (task_display_mode, words) => {
    const { slack, client } = await openClient();
    const { ts = "" } = await client.chat.startStream({ ...IN_CHANNEL, task_display_mode, chunks });
    await client.chat.appendStream({ channel: "C1", ts, chunks: [last] });
    const [message] = slack.workspace.messages;
    expect(visibleText(message?.blocks).replaceAll(" \n", "\n")).toBe(words);
    expect(links(message?.blocks)).toEqual(["https://docs.example/pay"]);
    expect(slack.faults).toEqual([]);
  });

  it("and what in a streamed text would ping or lead somewhere", async () => {
    const { slack, client } = await openClient();
    const markdown_text = "<!channel> see [the page](https://a.example)";
    await client.chat.startStream({ ...IN_CHANNEL, markdown_text });
    const [message] = slack.workspace.messages;
    expect(pings(message?.blocks)).toEqual(["<!channel>"]);
    expect(links(message?.blocks)).toEqual(["https://a.example"]);
  });
});
