import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText, escapeWithin, readText } from "../../../adapters/slack/mrkdwn.ts";
import { parseEvent } from "../../../adapters/slack/parse.ts";
import { removalOf } from "../../../adapters/slack/removal.ts";
import { parsePress } from "../../../adapters/slack/press.ts";
import type { Identity } from "../../../adapters/slack/settings.ts";
import { readFixture } from "./harness.ts";

const me: Identity = { team: "T1", userId: "UBOT", botId: "BBOT", scopes: [] };

type Payload = Record<string, unknown>;

const event = (fixture: string, fields: Payload = {}, envelope: Payload = {}): Payload => {
  const payload = readFixture(fixture);
  return { ...payload, ...envelope, event: { ...(payload["event"] as Payload), ...fields } };
};

describe("parseEvent", () => {
  it("hears a mention as the question without our name", () => {
    expect(parseEvent(event("app_mention"), me)).toEqual({
      kind: "question",
      question: {
        way: "mention",
        team: "T1",
        channel: "C1",
        user: "U1",
        userTeam: "T1",
        ts: "1.1",
        text: "question",
        files: false,
        eventId: "Ev1",
        external: false,
      },
    });
  });

  it.each([
    ["a direct message", "message_im", {}, "direct"],
    [
      "a direct message without a channel type",
      "message_im",
      { channel_type: undefined },
      "direct",
    ],
    ["a message in a channel", "message_channel", {}, "channel"],
    ["a message in a thread", "message_channel", { thread_ts: "0.9" }, "thread"],
    ["a thread's own first message", "message_channel", { thread_ts: "1.1" }, "channel"],
    ["the twin of a mention", "message_channel", { text: "<@UBOT> hi" }, "mention"],
    [
      "a mention in a group message",
      "message_channel",
      { text: "<@UBOT> hi", channel_type: "mpim" },
      "mention",
    ],
  ])("knows how %s reached us", (_, fixture, fields, way) => {
    expect(parseEvent(event(fixture, fields), me)).toMatchObject({ question: { way } });
  });

  it.each([
    ["ourselves", { user: "UBOT" }],
    ["another bot", { bot_id: "B2" }],
    ["a bot without a user", { subtype: "bot_message", user: undefined }],
    ["Slackbot", { user: "USLACKBOT" }],
    ["the workspace itself", { subtype: "channel_join" }],
    ["nobody", { user: undefined }],
  ])("does not listen to %s", (_, fields) => {
    expect(parseEvent(event("app_mention", fields), me)).toBeUndefined();
  });

  it("does not listen to events for an installation that is not ours", () => {
    const foreign = { team_id: "T2", authorizations: [{ team_id: "T2" }] };
    expect(parseEvent(event("app_mention", {}, foreign), me)).toBeUndefined();
    expect(parseEvent(event("message_deleted", {}, foreign), me)).toBeUndefined();
  });

  it("takes our own workspace from a channel that another one shares, and the asker's from the message", () => {
    const shared = {
      team_id: "T2",
      authorizations: [{ team_id: "T1" }],
      is_ext_shared_channel: true,
    };
    const heard = parseEvent(event("app_mention", { user_team: "T2" }, shared), me);
    expect(heard).toMatchObject({ question: { team: "T1", userTeam: "T2", external: true } });
  });

  it("tells an edit from a link that unfolded", () => {
    const edited = event("message_changed");
    expect(parseEvent(edited, me)).toMatchObject({
      kind: "edited",
      editedAt: "2.0",
      question: { ts: "1.1", text: "after" },
    });
    const message = { type: "message", user: "U1", text: "same", ts: "1.1" };
    const unfolded = event("message_changed", {
      message: { ...message, attachments: [{}] },
      previous_message: message,
    });
    expect(parseEvent(unfolded, me)).toBeUndefined();
  });

  it("hears a deletion", () => {
    expect(parseEvent(event("message_deleted"), me)).toEqual({
      kind: "deleted",
      team: "T1",
      channel: "C1",
      ts: "1.1",
    });
  });

  it("survives whatever it is given, and never hears ourselves", () => {
    const fields = fc.record(
      {
        type: fc.constantFrom("message", "app_mention", "x"),
        subtype: fc.constantFrom("message_changed", "message_deleted", "file_share", "x"),
        user: fc.constantFrom("UBOT", "U1"),
        text: fc.oneof(fc.string(), fc.constant("<@UBOT> <@U1|x> <https://a|b> <!here> <")),
        ts: fc.constantFrom("1.1", "x", ""),
        channel: fc.constantFrom("C1", "D1", ""),
        thread_ts: fc.anything(),
        message: fc.anything(),
        previous_message: fc.anything(),
        files: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.anything(),
      fc.record({ event: fields, team_id: fc.constantFrom("T1", null, undefined) }),
    );
    fc.assert(
      fc.property(body, (given) => {
        const heard = parseEvent(given, me);
        if (heard?.kind === "question") expect(heard.question.user).not.toBe("UBOT");
      }),
    );
  });
});

describe("removalOf", () => {
  const revoked = (tokens: Payload): Payload => ({
    team_id: "T1",
    event: { type: "tokens_revoked", tokens },
  });

  it.each([
    ["the app was uninstalled", readFixture("app_uninstalled"), "app_uninstalled"],
    ["the bot's token was revoked", revoked({ bot: ["UBOT"], oauth: [] }), "tokens_revoked"],
    ["one person's token was revoked", revoked({ bot: [], oauth: ["U1"] }), undefined],
    [
      "another workspace removed it",
      { ...readFixture("app_uninstalled"), team_id: "T2" },
      undefined,
    ],
    ["nothing of the kind", event("app_mention"), undefined],
  ])("tells that %s", (_, body, how) => {
    expect(removalOf(body, me)).toBe(how);
  });
});

describe("parsePress", () => {
  it("survives whatever it is given", () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        expect(parsePress(given, "T1")).toBeUndefined();
      }),
    );
  });
});

describe("words in and out", () => {
  it.each([
    ["<@UBOT> how do I <https://a.example|log in>?", "how do I log in?"],
    ["<@UBOT|docent> ask <@U2|ana> in <#C1|general>", "ask ana in #general"],
    ["a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"],
    ["<!subteam^S1|@ops> <!here> hi", "@ops  hi"],
    ["<https://a.example>", "https://a.example"],
    ["1 < 2", "1 < 2"],
  ])("reads %s as %s", (sent, read) => {
    expect(readText(sent, "UBOT")).toBe(read);
  });

  it("escapes so that reading gives the same words back, for any text without control characters", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/[\u0000-\u001F\u007F]/u.test(text));
        expect(readText(escapeText(text))).toBe(text.trim());
      }),
    );
  });

  it("stays within the limit and cuts no entity, for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", "&", "a", " ", "👩‍👩‍👧") }),
        fc.integer({ min: 1, max: 60 }),
        (text, limit) => {
          const escaped = escapeWithin(text, limit);
          expect(escaped.length).toBeLessThanOrEqual(limit);
          expect(escaped.replaceAll(/&(?:amp|lt|gt);/gu, "")).not.toMatch(/[&<>]/u);
        },
      ),
    );
  });
});
