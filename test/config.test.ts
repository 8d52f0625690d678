import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../src/config.ts";
import { NAMES } from "../src/config/names.ts";
import { complaint } from "./support/complaint.ts";

const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");

const SLACK = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };

describe("an environment without any setting", () => {
  it("gives the terminal, the shipped knowledge and the embedded store", async () => {
    expect(await parseConfig({ PATH: "/bin", HOME: "/root" })).toEqual({
      knowledge: {
        address: { kind: "folder", path: "knowledge" },
        watch: false,
        strict: false,
        gate: false,
      },
      accessGroups: {},
      gapRetentionDays: 30,
      dataDir: "data",
      store: { kind: "sqlite" },
      logLevel: "info",
      listen: { host: "127.0.0.1", port: 8080 },
      web: { tokens: [] },
      secrets: [],
    });
  });

  it("is what the example file says, too", async () => {
    const lines = example.matchAll(/^([A-Z_]+)=(.*)$/gm);
    const env = Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
    expect(await parseConfig(env)).toEqual(await parseConfig({}));
  });

  it("is what a value of blanks counts as", async () => {
    expect(await parseConfig({ SLACK_BOT_TOKEN: " ", PORT: "" })).toEqual(await parseConfig({}));
  });
});

describe(".env.example", () => {
  const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);

  it("lists every setting, in the order of the code, and no other", () => {
    expect(names).toEqual(NAMES);
  });

  it("has a comment above every setting or above its neighbour", () => {
    const blocks = example.split("\n\n").filter((block) => /^[A-Z_]+=/m.test(block));
    for (const block of blocks) expect(block).toMatch(/^# /);
  });
});

describe("faults", () => {
  it("are reported all at once, each with its remedy", async () => {
    const text = await complaint({
      PORT: "http",
      ANSWER_THRESHOLD: "2",
      KNOWLEDGE_WATCH: "maybe",
      SLACK_APP_TOKEN: "xapp-1",
    });
    expect(text).toBe(
      [
        "4 settings are wrong: KNOWLEDGE_WATCH, ANSWER_THRESHOLD, PORT, SLACK_BOT_TOKEN. Correct the environment or .env (.env.example explains every setting):",
        "KNOWLEDGE_WATCH is neither on nor off: give true or false",
        "ANSWER_THRESHOLD is not a probability: give a number from 0 to 1, such as 0.6",
        "PORT is not a port: give a whole number from 0 to 65535",
        "SLACK_BOT_TOKEN is missing beside SLACK_APP_TOKEN: install the app and copy the bot token (xoxb-…) from “OAuth & Permissions”",
      ].join("\n  "),
    );
  });

  it.each([
    ["SLACK_BOT_TOKN", "SLACK_BOT_TOKEN"],
    ["SLACK_TOKEN", "SLACK_BOT_TOKEN"],
    ["DISCORD_BOT_TOKEN", "DISCORD_TOKEN"],
    ["KNOWLEDGE_DIR", "KNOWLEDGE_SOURCE"],
    ["ANSWER_TRESHOLD", "ANSWER_THRESHOLD"],
    ["API_TOKEN", "API_TOKENS"],
    ["discord_token", "DISCORD_TOKEN"],
    ["KNOWLEGDE_SOURCE", "KNOWLEDGE_SOURCE"],
  ])("include a misspelt name: %s", async (name, meant) => {
    expect(await complaint({ [name]: "x" })).toContain(
      `${name} is not known: did you mean ${meant}?`,
    );
  });

  it("do not include names of other programs", async () => {
    expect(
      await complaint({
        SLACK_WEBHOOK_URL: "x",
        HOME: "/",
        PORTS: "1",
        LOGNAME: "x",
        CONTAINER_SOURCE: "x",
        NODE_EXTRA_CA_CERTS: "x",
        XDG_SESSION_TYPE: "x",
        HOSTNAME: "x",
      }),
    ).toBe("");
    expect(await complaint({ ...SLACK, SLACK_TOKEN: "another program's" })).toBe("");
  });

  it("never repeat a value, whichever name it was put into", async () => {
    const secret = fc.stringMatching(/^[a-z0-9:@,-]{8,40}$/).map((text) => `${text}Zq7`);
    const names = fc.constantFrom(...NAMES);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, secret, { minKeys: 1 }), async (env) => {
        const text = await complaint(env);
        for (const value of Object.values(env)) expect(text).not.toContain(value);
      }),
    );
  });
});

describe("secrets", () => {
  it("are gathered, so that the log can leave them out", async () => {
    const { secrets } = await parseConfig({
      ...SLACK,
      DISCORD_TOKEN: "discord-token",
      API_TOKENS: "ci:api-secret",
      STORE_URL: "redis://user:p%40ss@host",
      KNOWLEDGE_SOURCE: "git+https://ghp_token@host/pages",
    });
    expect(new Set(secrets)).toEqual(
      new Set(["xoxb-1", "xapp-1", "discord-token", "api-secret", "p%40ss", "p@ss", "ghp_token"]),
    );
  });

  it("may hold a lone percent sign", async () => {
    expect((await parseConfig({ STORE_URL: "redis://u:100%@host" })).secrets).toEqual(["100%"]);
  });
});
