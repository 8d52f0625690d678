import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BOT, BOT_ROLE } from "../../fakes/discord/payloads.ts";
import {
  ADA,
  BEN,
  createSetting,
  FORUM,
  GENERAL,
  GUILD,
  HELP,
  VOICE,
  type Setting,
} from "./setting.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting({ pinned: ["Where is the colour printer?"] });
});
afterAll(async () => {
  await setting.stop();
  expect(setting.fake.problems).toEqual([]);
});

const ada = { user: ADA, guild: GUILD, channel: GENERAL };
const ben = { user: BEN, guild: GUILD, channel: GENERAL };
const direct = (): { user: typeof ADA; channel: { id: string; type: number; name: string } } => ({
  user: ADA,
  channel: { id: setting.fake.directChannel(ADA.id), type: 1, name: "" },
});

describe("a mention", () => {
  it("is answered in a thread of its message, and follow-ups there belong together", async () => {
    const { people, fake } = setting;
    const id = people.says(ada, `<@${BOT.id}> where is the colour printer?`);
    const [answer] = await people.until(
      () => people.seesIn(id).length > 0 && people.seesIn(id),
      "the answer",
    );
    expect(answer?.text).toContain("second floor");
    expect(fake.world.channels.get(id)?.channel.name).toBe("where is the colour printer?");
    const thread = { ...ada, channel: { id, type: 11, name: "", parent: GENERAL.id } };
    people.says(thread, `<@${BOT.id}> and the toner?`);
    const later = await people.until(
      () => people.seesIn(id).length > 1 && people.seesIn(id),
      "the second answer",
    );
    expect(later[1]?.text).toContain("Order toner");
  });

  it("by Docent's role is one, too", async () => {
    const { people } = setting;
    const mentions = [{ id: BOT.id, username: "Docent" }];
    const id = people.says(ada, `<@&${BOT_ROLE}> where is the colour printer?`, {
      mentions,
      mention_roles: [BOT_ROLE],
    });
    await people.until(() => people.seesIn(id).length > 0, "the answer");
    expect(people.seesIn(id)[0]?.text).toContain("second floor");
  });

  it("without a word gets a hint with questions to start with, and in a thread the thread's own question", async () => {
    const { people } = setting;
    const id = people.says(ben, `<@${BOT.id}>`);
    const [hint] = await people.until(
      () => people.seesIn(id).length > 0 && people.seesIn(id),
      "the hint",
    );
    expect(hint?.text).toContain("Where is the colour printer?");
    const post = people.opens(
      { ...ben, channel: FORUM },
      "Where is the colour printer?",
      "I cannot find it",
    );
    people.says({ ...ben, channel: post }, `<@${BOT.id}>`);
    const [answer] = await people.until(
      () => people.seesIn(post.id).length > 0 && people.seesIn(post.id),
      "the answer",
    );
    expect(answer?.text).toContain("second floor");
  });

  it("with nothing but a file is told that only text is read", async () => {
    const { people } = setting;
    const id = people.says(ben, `<@${BOT.id}>`, {
      attachments: [
        { id: "1", filename: "a.png", size: 1, url: "http://x", proxy_url: "http://x" },
      ],
    });
    const [notice] = await people.until(
      () => people.seesIn(id).length > 0 && people.seesIn(id),
      "the notice",
    );
    expect(notice?.text).toContain("I read text only");
  });

  it("where threads cannot be started is answered beside the question, without pinging anybody", async () => {
    const { people, fake } = setting;
    fake.world.threadless.add(HELP.id);
    for (const channel of [HELP, VOICE]) {
      const id = people.says({ ...ben, channel }, `<@${BOT.id}> where is the colour printer?`);
      const [answer] = await people.until(
        () => people.seesIn(channel.id).length > 0 && people.seesIn(channel.id),
        "the answer",
      );
      expect(answer?.body).toMatchObject({
        message_reference: { message_id: id },
        allowed_mentions: { parse: [] },
      });
    }
    fake.world.threadless.clear();
  });

  it("in a direct message needs no mention", async () => {
    const { people } = setting;
    const acting = direct();
    people.says(acting, "where is the colour printer?");
    const [answer] = await people.until(
      () => people.seesIn(acting.channel.id).length > 0 && people.seesIn(acting.channel.id),
      "the answer",
    );
    expect(answer?.text).toContain("second floor");
  });
});
