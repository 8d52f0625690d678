import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config.ts";
import { complaint } from "../support/complaint.ts";

const SLACK = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };

describe("Slack", () => {
  it("connects by Socket Mode where an app token is set, also beside a signing secret", async () => {
    const config = await parseConfig({ ...SLACK, SLACK_SIGNING_SECRET: "s" });
    expect(config.slack?.connection).toEqual({ kind: "socket", appToken: "xapp-1" });
    expect(config.slack).toMatchObject({ channelMode: "mention", admins: [] });
  });

  it("takes signed requests where only a signing secret is set", async () => {
    const { slack } = await parseConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" });
    expect(slack?.connection).toEqual({ kind: "http", signingSecret: "s" });
  });

  it("gets another base, its channels and its admins", async () => {
    const config = await parseConfig({
      ...SLACK,
      SLACK_API_URL: "http://127.0.0.1:9/api",
      SLACK_ESCALATION_CHANNEL: "C0HELP",
      SLACK_CHANNEL_MODE: "auto",
      SLACK_ADMINS: "U1, S2,",
    });
    expect(config.slack).toMatchObject({
      apiUrl: "http://127.0.0.1:9/api/",
      escalationChannel: "C0HELP",
      channelMode: "auto",
      admins: ["U1", "S2"],
    });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, "SLACK_APP_TOKEN is missing beside SLACK_BOT_TOKEN"],
    [{ SLACK_APP_TOKEN: "xapp-1" }, "SLACK_BOT_TOKEN is missing beside SLACK_APP_TOKEN"],
    [{ SLACK_SIGNING_SECRET: "s" }, "SLACK_BOT_TOKEN is missing beside SLACK_SIGNING_SECRET"],
    [{ ...SLACK, SLACK_BOT_TOKEN: "xapp-1" }, "SLACK_BOT_TOKEN is an app-level token"],
    [{ ...SLACK, SLACK_APP_TOKEN: "xoxb-1" }, "SLACK_APP_TOKEN is not an app-level token"],
    [{ ...SLACK, SLACK_SIGNING_SECRET: "xoxb-1" }, "SLACK_SIGNING_SECRET is a token"],
    [
      { ...SLACK, SLACK_ESCALATION_CHANNEL: "#help" },
      "SLACK_ESCALATION_CHANNEL is not a channel's id",
    ],
    [{ ...SLACK, SLACK_ADMINS: "@anna" }, "SLACK_ADMINS does not hold ids"],
    [{ ...SLACK, SLACK_API_URL: "slack.com/api" }, "SLACK_API_URL is not an address"],
  ])("half set or mixed up is a fault: %j", async (env, expected) => {
    expect(await complaint(env)).toContain(expected);
  });
});

describe("Discord", () => {
  it("needs a token only", async () => {
    expect((await parseConfig({ DISCORD_TOKEN: "t" })).discord).toEqual({
      token: "t",
      guildIds: [],
      channelMode: "mention",
      shards: "auto",
      adminRoles: [],
    });
  });

  it("gets its guilds, shards, roles and another base", async () => {
    const env = {
      DISCORD_TOKEN: "t",
      DISCORD_GUILD_IDS: "1,2",
      DISCORD_SHARDS: "4",
      DISCORD_ADMIN_ROLES: "3",
      DISCORD_API_URL: "http://127.0.0.1:9/api/",
      DISCORD_ESCALATION_CHANNEL: "5",
    };
    expect((await parseConfig(env)).discord).toMatchObject({
      guildIds: ["1", "2"],
      shards: 4,
      adminRoles: ["3"],
      apiUrl: "http://127.0.0.1:9/api",
      escalationChannel: "5",
    });
  });

  it.each([
    [{ DISCORD_SHARDS: "0" }, "DISCORD_SHARDS is not a number of shards"],
    [{ DISCORD_GUILD_IDS: "my-guild" }, "DISCORD_GUILD_IDS does not hold ids"],
    [{ DISCORD_CHANNEL_MODE: "loud" }, "DISCORD_CHANNEL_MODE is not known"],
  ])("is refused: %j", async (env, expected) => {
    expect(await complaint(env)).toContain(expected);
  });
});
