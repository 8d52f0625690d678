import { expect, it, onTestFinished } from "vitest";
import { createGateway } from "../../../adapters/discord/connection.ts";
import { takeEvents } from "../../../adapters/discord/own-events.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { createFakeDiscord, TOKEN } from "../../fakes/discord/index.ts";
import { createPeople } from "../../fakes/discord/people.ts";
import { createCountingMetrics, createRecordingLog } from "../../fakes/recorders.ts";
import { GENERAL, GUILD } from "./setting.ts";

it("nothing that grows with people and messages is kept", async () => {
  const clock = createFakeClock(Date.now());
  const fake = await createFakeDiscord([GUILD]);
  const people = createPeople(fake);
  let heard = 0;
  let opened = 0;
  let made = 0;
  const gateway = createGateway({
    config: { token: TOKEN, apiUrl: fake.apiUrl, shards: "auto" },
    clock,
    log: createRecordingLog(),
    metrics: createCountingMetrics(),
    listen(client) {
      client.on("messageCreate", () => (made += 1));
      takeEvents(client, {
        INTERACTION_CREATE: () => undefined,
        MESSAGE_CREATE: () => (heard += 1),
        MESSAGE_UPDATE: () => undefined,
        MESSAGE_DELETE: () => undefined,
        THREAD_CREATE: () => (opened += 1),
      });
    },
  });
  await gateway.start();
  onTestFinished(async () => {
    await gateway.stop();
    await fake.stop();
  });
  for (let index = 0; index < 300; index += 1) {
    const user = { id: String(40_000 + index), name: "x" };
    people.says({ user, guild: GUILD, channel: GENERAL }, "hello");
    people.says({ user, channel: { id: fake.directChannel(user.id), type: 1, name: "" } }, "hello");
    people.opens({ user, guild: GUILD, channel: GENERAL }, "a thread", "hello");
  }
  await people.until(() => heard === 900 && opened === 300, "all messages and threads");
  // discord.js makes no object of any of them.
  expect(made).toBe(0);
  const client = gateway.client();
  const guild = client?.guilds.cache.get(GUILD.id);
  // Itself, and nobody else.
  expect(client?.users.cache.size).toBe(1);
  expect(guild?.members.cache.size).toBeLessThanOrEqual(1);
  const held = client?.channels.cache.reduce(
    (sum, channel) => sum + ("messages" in channel ? channel.messages.cache.size : 0),
    0,
  );
  expect(held).toBe(0);
  expect(client?.channels.cache.size).toBe(GUILD.channels.length);
});
