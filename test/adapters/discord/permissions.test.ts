import { readFileSync } from "node:fs";
import { GatewayIntentBits, PermissionFlagsBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { INTENTS } from "../../../adapters/discord/client.ts";
import { inviteLink, PERMISSIONS } from "../../../adapters/discord/permissions.ts";
import { APPLICATION } from "../../fakes/discord/payloads.ts";
import { begin } from "./begin.ts";

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const page = read("docs/discord.md");

describe("what Docent asks of a server", () => {
  it("is what its calls need, and what the page for operators lists", () => {
    const listed = [...page.matchAll(/^\| ([A-Z][A-Za-z ]+) \| .+$/gmu)].map(
      (match) => match[1] ?? "",
    );
    const names = PERMISSIONS.map((name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, " "));
    expect(
      listed
        .filter((name) => name.replaceAll(" ", "").replace("in", "In") in PermissionFlagsBits)
        .sort(),
    ).toEqual(names.map((name) => name.replace(" In ", " in ")).sort());
    expect(page).toContain(inviteLink("YOUR_APPLICATION_ID"));
    expect(read("README.md")).toContain(inviteLink("YOUR_APPLICATION_ID"));
  });

  it("stands in a link that it writes to its log while it is in no server", async () => {
    const { log, people } = await begin({ guilds: [] });
    await people.until(() => log.text().includes("in no Discord server"), "the line");
    expect(log.text()).toContain(inviteLink(APPLICATION));
    expect(log.text()).toContain("Discord connected");
  });

  it("holds nothing that could harm", () => {
    const bits = BigInt(new URL(inviteLink("1")).searchParams.get("permissions") ?? "0");
    const { Administrator, ManageGuild, ManageMessages, ManageThreads, MentionEveryone } =
      PermissionFlagsBits;
    for (const bit of [
      Administrator,
      ManageGuild,
      ManageMessages,
      ManageThreads,
      MentionEveryone,
    ]) {
      expect(bits & bit).toBe(0n);
    }
  });

  it("and of its application no privileged intent", () => {
    const { GuildMembers, GuildPresences, MessageContent } = GatewayIntentBits;
    for (const intent of [GuildMembers, GuildPresences, MessageContent])
      expect(INTENTS).not.toContain(intent);
  });
});
