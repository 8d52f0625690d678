import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secretsIn, withoutSecrets } from "../../src/authoring/secrets.ts";
import { editionOf, page, problemsOf } from "../support/editions.ts";

const LETTERS = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0fG";

const DIGITS = "1234567890";

/** Put together here, so that nothing in this file looks like a secret itself. */
const SECRETS: readonly (readonly [kind: string, secret: string])[] = [
  ["a Slack token", `xoxb-${DIGITS}-${LETTERS}`],
  ["a Slack token", `xapp-1-A0-${LETTERS}`],
  ["a Slack webhook", `hooks.slack.com/services/T0/B0/${LETTERS}`],
  ["a Discord webhook", `discord.com/api/webhooks/${DIGITS}/${LETTERS}`],
  ["a Discord bot token", `M${LETTERS.slice(0, 23)}.Abc1de.${LETTERS.slice(0, 27)}`],
  ["a GitHub token", `ghp_${LETTERS}`],
  ["a GitLab token", `glpat-${LETTERS.slice(0, 20)}`],
  ["an AWS access key", `AKIA${LETTERS.slice(0, 16).toUpperCase()}`],
  ["a Google API key", `AIza${LETTERS}aB3`],
  ["a Stripe key", `sk_live_${LETTERS}`],
  ["an API key", `sk-${LETTERS}`],
  ["an npm token", `npm_${LETTERS}`],
  ["a JSON web token", `eyJ${LETTERS}.eyJ${LETTERS}.${LETTERS}`],
  ["a private key", ["-----BEGIN RSA", "PRIVATE KEY-----"].join(" ")],
  ["a password in an address", "postgres://app:hunter2secure@db.internal"],
  ["a password or key", `api_key = "${LETTERS}"`],
];

describe("what looks like a secret", () => {
  it.each(SECRETS)("%s is found and taken out of what is shown", (kind, secret) => {
    const line = `Use ${secret} for it.`;
    expect(secretsIn(line)).toContain(kind);
    expect(withoutSecrets(line)).not.toContain(secret.slice(-12));
  });

  it.each([
    "Copy the token that begins with xoxb-your-token-here.",
    `Set password: ${"x".repeat(24)}`,
    "https://user:password@example.com",
    "The token lives in the environment variable SLACK_BOT_TOKEN.",
    "A JWT has three parts: header.payload.signature",
    "AKIAIOSFODNN7EXAMPLE",
    "https://git.example/knowledge/careers/salaries.md#L31",
  ])("“%s” is none", (line) => {
    expect(secretsIn(line)).toEqual([]);
    expect(withoutSecrets(line)).toBe(line);
  });

  it("is reported as an error with its line, and never shown, wherever it stands", async () => {
    const [, secret = ""] = SECRETS[0] ?? [];
    const edition = editionOf(
      {
        "a.md": page("VPN", `The VPN token is ${secret}.`, `questions: ["Is ${secret} mine?"]\n`),
        "b.md": page("Access", `## About ${secret}\n\nSee [it](${secret}.md).`),
      },
      { questions: `- ask: ${secret}\n  expect: ${secret}.md\n`, synonyms: `- [vpn, ${secret}]\n` },
    );
    const problems = await problemsOf(edition);
    const secrets = problems.filter(({ code }) => code === "secret");
    expect(secrets.map(({ page, line, severity }) => `${page}:${line} ${severity}`)).toEqual([
      "a.md:5 error",
      "a.md:9 error",
      "b.md:8 error",
      "b.md:10 error",
      "questions.yaml:1 error",
      "questions.yaml:2 error",
      "synonyms.yaml:1 error",
    ]);
    expect(JSON.stringify(problems)).not.toContain(secret.slice(-12));
  });

  it("is looked for in linear time, whatever the line", () => {
    const pieces = ["eyJ", "a.", "://", "xox", "sk-", "M", "token=", "-----BEGIN ", "A", ":", "@"];
    fc.assert(
      fc.property(fc.constantFrom(...pieces), fc.constantFrom(...pieces), (one, other) => {
        const line = (one + other).repeat(20_000);
        expect(withoutSecrets(line).length).toBeLessThanOrEqual(line.length + 1);
      }),
      { numRuns: 60 },
    );
  });
});
