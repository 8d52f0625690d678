import { webApi } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { begun, IN_CHANNEL, paragraph } from "./begin-stream.ts";
import { openClient, refusalOf } from "./open-client.ts";
import { visibleText } from "./read-blocks.ts";

describe("a stream that ends otherwise", () => {
  it("takes no more once a person has stopped it, and keeps what it showed", async () => {
    const { slack, client, message, seen, stream } = await begun();
    slack.workspace.streams.interrupt(message);
    const more = client.chat.appendStream({ ...stream, markdown_text: "more" });
    expect(await refusalOf(more)).toBe("stopped_by_user");
    expect(await refusalOf(client.chat.stopStream(stream))).toBe("message_not_in_streaming_state");
    expect(seen()).toBe("Senior:");
    expect(slack.faults).toEqual([]);
  });

  it("is over five minutes after its start, and can be changed as any message then", async () => {
    const { slack, clock, client, seen, stream } = await begun();
    await clock.advance(299_999);
    await client.chat.appendStream({ ...stream, markdown_text: "18" });
    await clock.advance(1);
    const more = client.chat.appendStream({ ...stream, markdown_text: "–35" });
    expect(await refusalOf(more)).toBe("message_not_in_streaming_state");
    expect(await refusalOf(client.chat.stopStream(stream))).toBe("message_not_in_streaming_state");
    const blocks = [paragraph("Senior: 18–35")];
    await client.chat.update({ ...stream, text: "Senior: 18–35", blocks });
    expect(seen()).toBe("Senior: 18–35");
    expect(slack.faults).toEqual([]);
  });

  it("is neither changed nor deleted while it is written", async () => {
    const { slack, client, stream } = await begun();
    const update = (): Promise<unknown> =>
      client.chat.update({ ...stream, text: "x", blocks: [paragraph("x")] });
    expect(await refusalOf(update())).toBe("streaming_state_conflict");
    expect(await refusalOf(client.chat.delete(stream))).toBe("cant_delete_message");
    await client.chat.stopStream(stream);
    expect(await refusalOf(update())).toBeUndefined();
    expect(await refusalOf(client.chat.delete(stream))).toBeUndefined();
    expect(slack.workspace.messages).toEqual([]);
  });

  it("is not found any more where it was deleted", async () => {
    const { slack, client, stream } = await begun();
    slack.workspace.messages.splice(0);
    expect(await refusalOf(client.chat.stopStream(stream))).toBe("message_not_found");
    expect(slack.faults).toEqual([]);
  });

  it("does not begin where we are no member, or may not write", async () => {
    const { slack, client } = await openClient();
    const start = (more: object = {}): Promise<unknown> =>
      client.chat.startStream({ ...IN_CHANNEL, ...more });
    slack.workspace.closed.add("C1");
    expect(await refusalOf(start())).toBe("not_in_channel");
    slack.workspace.closed.clear();
    slack.workspace.scopes.push("commands");
    await expect(start()).rejects.toMatchObject({
      data: { error: "missing_scope", needed: "chat:write", provided: "commands" },
    });
    slack.workspace.scopes.push("chat:write");
    await expect(start({ username: "Somebody else" })).rejects.toMatchObject({
      data: { error: "missing_scope", needed: "chat:write.customize" },
    });
    expect(await refusalOf(start())).toBeUndefined();
    expect(slack.workspace.messages).toHaveLength(1);
    expect(slack.faults).toEqual([]);
  });
});

describe("a stream on a bad day", () => {
  it("is slowed down, and goes on", async () => {
    const { slack, client, seen, stream } = await begun();
    slack.script("chat.appendStream", [{ status: 429, headers: { "retry-after": "3" } }]);
    const more = (): Promise<unknown> =>
      client.chat.appendStream({ ...stream, markdown_text: "18–35" });
    await expect(more()).rejects.toMatchObject({ retryAfter: 3 });
    expect(seen()).toBe("Senior:");
    await more();
    expect(seen()).toBe("Senior: 18–35");
  });

  it("has what was appended although the reply was lost: once more is twice", async () => {
    const { slack, client } = await openClient();
    const streamer = client.chatStream({ ...IN_CHANNEL, buffer_size: 1 });
    await streamer.append({ markdown_text: "one " });
    slack.script("chat.appendStream", [{ lose: "reset" }]);
    const lost = streamer.append({ markdown_text: "two " });
    await expect(lost).rejects.toBeInstanceOf(webApi.WebAPIRequestError);
    // The client keeps what it believes unsent.
    await streamer.stop();
    expect(visibleText(slack.workspace.messages[0]?.blocks)).toBe("one two two");
  });

  it("stays behind, open, where the reply to its start was lost", async () => {
    const { slack, clock, client } = await openClient();
    slack.script("chat.startStream", [{ lose: "reset" }]);
    await expect(client.chat.startStream(IN_CHANNEL)).rejects.toThrow();
    const [orphan] = slack.workspace.messages;
    if (orphan === undefined) throw new Error("nothing was posted");
    expect(slack.workspace.streams.stateOf(orphan)).toBe("in_progress");
    await clock.advance(300_000);
    expect(slack.workspace.streams.stateOf(orphan)).toBe("completed");
  });

  it("is stopped although the reply was lost, and a second try is told so", async () => {
    const { slack, client, seen, stream } = await begun();
    slack.script("chat.stopStream", [{ lose: "reset" }]);
    const stop = (): Promise<unknown> => client.chat.stopStream({ ...stream, markdown_text: "18" });
    await expect(stop()).rejects.toBeInstanceOf(webApi.WebAPIRequestError);
    expect(await refusalOf(stop())).toBe("message_not_in_streaming_state");
    expect(seen()).toBe("Senior: 18");
    expect(slack.faults).toEqual([]);
  });
});
