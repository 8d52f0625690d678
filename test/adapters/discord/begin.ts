import { expect, onTestFinished } from "vitest";
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
