import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Shown } from "../../fakes/discord/people.ts";
import { screenOf, type Screen } from "../../fakes/discord/screen.ts";
import {
  ADA,
  BEN,
  createSetting,
  GENERAL,
  GUILD,
  HUMANS,
  MANAGE_GUILD,
  type Setting,
} from "./setting.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => {
  await setting.stop();
  expect(setting.fake.problems).toEqual([]);
});

const ada = { user: ADA, guild: GUILD, channel: GENERAL };
const ben = { user: BEN, guild: GUILD, channel: GENERAL };

async function asked(question: string): Promise<Screen & Shown> {
  const { people } = setting;
  const given = people.slash(ada, "ask", { question });
  await people.until(() => given.shown, "the answer");
  return people.sees(given);
}

describe("a question without an answer", () => {
  it("goes to people with a link back, is taken and resolved by who may, and its answer reaches who asked", async () => {
    const { people, fake, drafts } = setting;
    const nothing = await asked("Who waters the quixotic bonsai?");
    expect(nothing.text).toContain("I don't know");
    const human = people.press(ada, nothing, "Ask a human");
    await people.until(() => human.shown, "the confirmation");
    const again = people.press(ada, nothing, "Ask a human");
    await people.until(() => again.shown, "the second confirmation");
    const [call, ...others] = people.seesIn(HUMANS.id);
    if (call === undefined) throw new Error("nobody was asked");
    expect(others).toEqual([]);
    expect(call.text).toContain("Who waters the quixotic bonsai?");
    expect(call.links).toContain(`https://discord.com/channels/${GUILD.id}/${GENERAL.id}`);
    const place = { guild: GUILD, channel: HUMANS };
    const stranger = people.press({ ...place, user: BEN }, call, "I take it");
    await people.until(() => stranger.shown, "the refusal");
    expect(people.sees(stranger).text).toContain("Only people with the role");
    const helper = { ...place, user: BEN, permissions: MANAGE_GUILD };
    const taken = people.press(helper, call, "I take it");
    expect(screenOf(await people.until(() => taken.updated, "taken")).text).toContain("Taken by");
    const resolving = people.press(helper, call, "Mark as resolved");
    const form = await people.until(() => resolving.modal, "the form");
    const resolved = people.submit(helper, form, "The facility team does, on *Fridays*.", call);
    expect(screenOf(await people.until(() => resolved.updated, "resolved")).text).toContain(
      "Resolved by",
    );
    const inbox = fake.directChannel(ADA.id);
    const [told] = await people.until(
      () => people.seesIn(inbox).length > 0 && people.seesIn(inbox),
      "the message",
    );
    expect(told?.text).toContain("The facility team does, on *Fridays*.");
    expect(drafts).toEqual([
      {
        question: "Who waters the quixotic bonsai?",
        answer: "The facility team does, on *Fridays*.",
      },
    ]);
  });

  it("a press forged from another channel takes and resolves nothing", async () => {
    const { people, services } = setting;
    const nothing = await asked("Who feeds the quixotic llama?");
    const human = people.press(ada, nothing, "Ask a human");
    await people.until(() => human.shown, "the confirmation");
    const call = people.seesIn(HUMANS.id).at(-1);
    const id = call?.buttons[0]?.id ?? "";
    const forged = people.pressId({ ...ada, permissions: MANAGE_GUILD }, nothing, id);
    await people.until(() => forged.shown, "the refusal");
    expect(await services.escalations.get(id.split(":")[2] ?? "")).toMatchObject({ state: "open" });
  });

  it("is told to who wanted to hear when there is an answer", async () => {
    const { people, adapter, fake, services, store } = setting;
    const nothing = await asked("Who polishes the quixotic gong?");
    const tell = people.press(ada, nothing, "Tell me when you know");
    await people.until(() => tell.shown, "the promise");
    const wishes: unknown[] = [];
    for await (const [, wish] of store.entries("wish:")) wishes.push(wish);
    expect(wishes).toMatchObject([{ channel: `discord:${ADA.id}` }]);
    const answer = await services.assistant.ask({
      text: "Where is the colour printer?",
      asker: { id: "discord:501", labels: [] },
    });
    await adapter.tell(`discord:${ADA.id}`, answer);
    await adapter.tell(`discord:${ADA.id}`, answer);
    const told = people
      .seesIn(fake.directChannel(ADA.id))
      .filter((message) => message.text.includes("second floor"));
    expect(told).toHaveLength(1);
    await expect(adapter.tell("slack:T1:U1", answer)).rejects.toMatchObject({ code: "usage" });
  });
});

describe("administration", () => {
  it("runs for who manages the server, with the next steps as buttons", async () => {
    const { people, commands } = setting;
    const admin = { ...ada, permissions: MANAGE_GUILD };
    const status = people.slash(admin, "docent", {}, "status");
    await people.until(() => status.shown, "the status");
    expect(people.sees(status)).toMatchObject({ ephemeral: true, text: "ran status" });
    expect(commands.at(-1)).toMatchObject({
      line: "status",
      actor: { admin: true, place: `discord:${GUILD.id}:${GENERAL.id}` },
    });
    const reload = people.press(admin, people.sees(status), "Reload");
    await people.until(() => reload.shown, "the reload");
    expect(commands.at(-1)).toMatchObject({ line: "reload", actor: { admin: true } });
    const why = people.slash(admin, "docent", { question: "who  reads\nthis?" }, "why");
    await people.until(() => why.shown, "why");
    expect(commands.at(-1)?.line).toBe("why who reads this?");
  });

  it("fault 81: is refused to everybody else, also by a button that was seen elsewhere, and through another installation", async () => {
    const { people, commands } = setting;
    const none = people.slash(ben, "docent", {}, "reload");
    await people.until(() => none.shown, "the refusal");
    expect(commands.at(-1)?.actor.admin).toBe(false);
    const borrowed = { ...ada, permissions: MANAGE_GUILD, userInstalled: true };
    const foreign = people.slash(borrowed, "docent", {}, "reload");
    await people.until(() => foreign.shown, "the refusal");
    expect(commands.at(-1)?.actor.admin).toBe(false);
    const forget = people.slash(ben, "forget-me");
    await people.until(() => forget.shown, "forgetting");
    expect(commands.at(-1)).toMatchObject({
      line: "forget-me",
      actor: { admin: false, asker: { id: "discord:502" } },
    });
  });
});
