import { describe, expect, it } from "vitest";
import { commandDefinitions, differs } from "../../../adapters/discord/commands.ts";
import { contextOf } from "../../../adapters/discord/interaction.ts";
import { createRights } from "../../../adapters/discord/rights.ts";
import { error } from "../../fakes/discord/rest.ts";
import { begin, ben } from "./begin.ts";
import { ADA, BEN, GENERAL, GUILD, MANAGE_GUILD } from "./setting.ts";

const NAMES = ["ask", "topics", "help", "forget-me", "Find an answer", "docent"];

describe("commands", () => {
  it("are registered once for everybody, and not again when nothing has changed", async () => {
    const setting = await begin();
    const { fake, people, services } = setting;
    await people.until(() => fake.commands.registered().length > 0, "the commands");
    expect(fake.commands.registered().map((command) => (command as { name: string }).name)).toEqual(
      NAMES,
    );
    await setting.adapter.stop();
    const { createDiscord } = await import("../../../adapters/discord/index.ts");
    const again = createDiscord(setting.settings, services);
    await again.start();
    await people.until(() => fake.rest.callsTo("GET", /commands$/u).length === 2, "the comparison");
    await again.stop();
    expect(fake.commands.writes()).toBe(1);
  });

  it("go to the configured guilds only, and away from where everybody would see them twice", async () => {
    const setting = await begin({ config: { guildIds: [GUILD.id] } });
    const { fake, people } = setting;
    await people.until(
      () => fake.commands.registered(GUILD.id).length === NAMES.length,
      "the guild's commands",
    );
    expect(fake.commands.registered()).toEqual([]);
  });

  it("that cannot be registered are an error with its remedy, and mentions still work", async () => {
    const setting = await begin({ start: false });
    const { fake, people, log } = setting;
    fake.rest.fault({
      path: /commands$/u,
      kind: "reply",
      reply: error(403, 50_001, "Missing Access"),
    });
    await setting.adapter.start();
    await people.until(() => log.text().includes("registering commands"), "the error");
    expect(log.text()).toContain("docs/discord.md");
    expect(setting.adapter.health()).toEqual({ state: "ok" });
  });

  it("can be told all that administration understands", async () => {
    const setting = await begin();
    const { people, commands } = setting;
    const acting = { ...ben, permissions: MANAGE_GUILD };
    for (const [sub, options, line] of [
      ["reload", {}, "reload"],
      ["reload", { show: "show" }, "reload show"],
      ["rollback", { version: "list" }, "rollback list"],
      ["audit", { lines: "5" }, "audit 5"],
      ["gaps", { more: "draft 3" }, "gaps draft 3"],
      ["mode", { mode: "auto" }, "mode auto"],
    ] as const) {
      const given = people.slash(acting, "docent", options, sub);
      await people.until(() => given.shown, line);
      expect(commands.at(-1)?.line).toBe(line);
    }
  });

  it("work in servers and directly, for servers and for users; administration only in servers", () => {
    const [ask, , , , find, docent] = commandDefinitions({ adminsByRole: false });
    expect(ask).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    expect(find).toMatchObject({ type: 3, integration_types: [0, 1] });
    expect(docent).toMatchObject({
      integration_types: [0],
      contexts: [0],
      default_member_permissions: 32,
    });
    expect(
      commandDefinitions({ adminsByRole: true }).at(-1)?.default_member_permissions,
    ).toBeNull();
  });

  it("differ when a word of them does, and not by what Discord adds", () => {
    const wanted = commandDefinitions({ adminsByRole: false });
    const kept = wanted.map((command) => ({
      ...command,
      id: "1",
      version: "2",
      default_member_permissions:
        command.default_member_permissions === 32 ? ("32" as never) : null,
    }));
    expect(differs([...kept].reverse(), wanted)).toBe(false);
    expect(differs(kept.slice(1), wanted)).toBe(true);
    const [first, ...others] = kept;
    if (first === undefined) throw new Error("no command");
    expect(differs([{ ...first, description: "other" }, ...others], wanted)).toBe(true);
  });
});

describe("what somebody may read by", () => {
  it("is their roles and servers, as Discord tells them; undefined for who shares no server", async () => {
    const { adapter, fake } = await begin();
    expect(await adapter.labelsOf(ADA.id)).toEqual([
      `discord:user:${ADA.id}`,
      "discord:role:7001",
      `discord:guild:${GUILD.id}`,
    ]);
    expect(await adapter.labelsOf("999")).toBeUndefined();
    fake.rest.fault({
      path: /members/u,
      kind: "reply",
      reply: error(403, 50_001, "Missing Access"),
    });
    await expect(adapter.labelsOf(ADA.id)).rejects.toMatchObject({ code: "platform-refused" });
  });

  it("is asked for with an administrative command that names somebody by Discord's own id", async () => {
    const { people, commands } = await begin();
    const acting = { ...ben, permissions: MANAGE_GUILD };
    people.slash(acting, "docent", { who: ADA.id, page: "hr/leave.md" }, "can-see");
    await people.until(() => commands.length > 0, "the command");
    expect(commands[0]).toMatchObject({
      line: `can-see ${ADA.id} hr/leave.md`,
      actor: { admin: true, from: "discord" },
    });
  });
});

describe("who may administer", () => {
  const payload = (fields: object): ReturnType<typeof contextOf> =>
    contextOf({
      id: "1",
      token: "t",
      application_id: "2",
      guild_id: GUILD.id,
      channel_id: GENERAL.id,
      channel: { id: GENERAL.id, type: 0 },
      authorizing_integration_owners: { "0": GUILD.id },
      member: { user: { id: BEN.id }, roles: ["71"], permissions: MANAGE_GUILD },
      locale: "en-US",
      ...fields,
    } as never);
  const may = (
    config: { adminRoles?: string[]; guildIds?: string[] },
    fields: object = {},
    guilds = 1,
  ): boolean => {
    const context = payload(fields);
    if (context === undefined) throw new Error("nobody");
    return createRights({ adminRoles: [], guildIds: [], ...config }, () => guilds).admin(context);
  };

  it("is who manages the one server Docent is in, or a configured one", () => {
    expect(may({})).toBe(true);
    expect(may({}, {}, 2)).toBe(false);
    expect(may({ guildIds: [GUILD.id] }, {}, 2)).toBe(true);
    expect(may({ guildIds: ["1"] })).toBe(false);
    expect(may({}, { member: { user: { id: "1" }, roles: [], permissions: "8" } })).toBe(true);
    expect(may({}, { member: { user: { id: "1" }, roles: [], permissions: "4" } })).toBe(false);
  });

  it("is who has a configured role, and then nobody else, whatever they manage", () => {
    expect(may({ adminRoles: ["71"] }, {}, 3)).toBe(true);
    expect(may({ adminRoles: ["72"] })).toBe(false);
  });

  it("is nobody outside of a server that installed Docent", () => {
    expect(may({}, { authorizing_integration_owners: { "1": BEN.id } })).toBe(false);
    expect(may({}, { authorizing_integration_owners: { "0": "1" } })).toBe(false);
    expect(may({}, { guild_id: undefined, member: undefined, user: { id: BEN.id } })).toBe(false);
  });
});
