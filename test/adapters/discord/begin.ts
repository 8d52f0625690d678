import { expect, onTestFinished } from "vitest";
import { isObject } from "../../fakes/discord/component-rules.ts";
import type { Given } from "../../fakes/discord/interactions.ts";
import {
  BEN,
  createSetting,
  GENERAL,
  GUILD,
  type Setting,
  type SettingOptions,
} from "./setting.ts";

/** Ben in the general channel. */
export const ben = { user: BEN, guild: GUILD, channel: GENERAL };

/** A setting of the test's own; at its end nothing of what Docent sent may have been malformed. */
export async function begin(options: SettingOptions = {}): Promise<Setting> {
  const setting = await createSetting(options);
  onTestFinished(async () => {
    await setting.stop();
    expect(setting.fake.problems).toEqual([]);
  });
  return setting;
}

export async function ended(setting: Setting): Promise<void> {
  await setting.people.until(() => setting.reception.inFlight() === 0, "the end of all questions");
}

/**
 * The loss rule: whatever happened, each question has ended in exactly one answer, apology or refusal that its asker sees,
 * and all that was taken in is accounted for. `messages` are ids of people's messages.
 */
export async function expectNothingLost(
  setting: Setting,
  asked: { readonly messages?: readonly string[]; readonly interactions?: readonly Given[] },
): Promise<void> {
  await ended(setting);
  const { fake, metrics } = setting;
  const { messages = [], interactions = [] } = asked;
  const seen = messages.map(
    (id) =>
      fake.messages.posted.filter(
        ({ channel, deleted, body }) => !deleted && (channel === id || repliesTo(body) === id),
      ).length,
  );
  expect(seen).toEqual(messages.map(() => 1));
  const shown = interactions.map(
    (given) => given.shown !== undefined && given.shown !== "thinking",
  );
  expect(shown).toEqual(interactions.map(() => true));
  // A call may be repeated; what counts is that Discord took one, and nothing was said after it.
  expect(interactions.flatMap((given) => given.followUps)).toEqual([]);
  expect(metrics.total("questions_ended_total")).toBe(metrics.total("questions_received_total"));
  expect(metrics.total("questions_ended_total", { delivery: "failed" })).toBe(0);
}

function repliesTo(body: unknown): unknown {
  const reference = isObject(body) ? body["message_reference"] : undefined;
  return isObject(reference) ? reference["message_id"] : undefined;
}
