import { describe, expect, it } from "vitest";
import { visibleText } from "../../fakes/slack/read-blocks.ts";
import { citation } from "../../support/answers.ts";
import { lesson } from "../../support/scripted-core.ts";
import { lastResponse, whispered } from "./pressing.ts";

describe("sharing", () => {
  it("posts what only the asker saw into the channel, naming who shared it", async () => {
    const whisper = await whispered("senior?", { lessons: [lesson("senior")] });
    const { send, press, blocks, on, slack, said } = whisper;
    await send(press(blocks, "Share to channel", on));
    await slack.until(() => slack.responses.length === 2);
    expect(said("C1")[0]).toContain("Shared by @U1: senior?");
    expect(said("C1")[0]).toContain("Senior: ₹18–35+");
  });

  it("posts it once, however often the button is pressed, and again where it could not", async () => {
    const whisper = await whispered("senior?", { lessons: [lesson("senior")] });
    const { send, press, blocks, on, slack, said, clock } = whisper;
    const share = () => send(press(blocks, "Share to channel", on));
    slack.workspace.closed.add("C1");
    await share();
    await slack.until(() => slack.responses.length === 2);
    slack.workspace.closed.clear();
    await clock.advance(1000);
    await Promise.all([share(), share()]);
    await slack.until(() => slack.responses.length === 4);
    await share();
    await slack.until(() => slack.responses.length === 5);
    expect(said("C1")).toHaveLength(1);
    const told = slack.responses.slice(2).map(({ body }) => visibleText(body["blocks"]));
    expect(told.toSorted()).toEqual(["It is being shared.", "It is shared already.", "Shared."]);
  });

  it("says what to do in a channel that it is no member of", async () => {
    const whisper = await whispered("senior?", { lessons: [lesson("senior")] });
    const { send, press, blocks, on, slack } = whisper;
    slack.workspace.closed.add("C1");
    await send(press(blocks, "Share to channel", on));
    await slack.until(() => slack.responses.length === 2);
    expect(visibleText(lastResponse(whisper)["blocks"])).toContain("/invite @Docent");
  });

  it("keeps with the asker what not everybody in the channel may read", async () => {
    const secret = citation({ audience: ["slack:user:U1"] });
    const whisper = await whispered("plan?", {
      lessons: [lesson("plan", { citations: [secret], related: [] })],
    });
    const { send, press, blocks, on, slack, said } = whisper;
    await send(press(blocks, "Share to channel", on));
    await slack.until(() => slack.responses.length === 2);
    expect(said()).toEqual([]);
    expect(visibleText(lastResponse(whisper)["blocks"])).toContain("Not everybody in this channel");
  });

  it.each(["hang", "reset"] as const)(
    "is not posted again where Slack never told that it stands (%s): the next press finds it",
    async (lose) => {
      const whisper = await whispered("senior?", { lessons: [lesson("senior")] });
      const { send, press, blocks, on, slack, said, clock } = whisper;
      const share = () => send(press(blocks, "Share to channel", on));
      slack.script("chat.postMessage", [{ lose }]);
      slack.always("conversations.history", { status: 502 });
      await share();
      while (slack.responses.length < 2) await clock.advance(1000);
      expect(visibleText(lastResponse(whisper)["blocks"])).toContain("Something went wrong");
      slack.always("conversations.history", undefined);
      // Long after: the look back begins before the first press, not before this one.
      await clock.advance(600_000);
      const at = Math.floor(clock.now() / 1000);
      for (let more = 100; more < 550; more += 1)
        slack.workspace.say({ channel: "C1", ts: `${at}.000${more}`, user: "U2", text: "hm" });
      await share();
      while (slack.responses.length < 3) await clock.advance(1000);
      expect(visibleText(lastResponse(whisper)["blocks"])).toBe("Shared.");
      expect(said("C1")).toHaveLength(1);
    },
  );
});
