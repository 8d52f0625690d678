import { createHash } from "node:crypto";
import { englishWords } from "../adapters/node/english-words.ts";
import { buildSnapshot } from "../src/building.ts";
import { parseConfig } from "../src/config.ts";
import type { Edition } from "../src/authoring.ts";
import type { Output } from "./command.ts";
import type { World } from "./core.ts";
import type { Place } from "./place.ts";

/** So many pages take about a second to build; building cannot be interrupted to say so. */
const MANY_PAGES = 1_500;

/** Pages and the snapshot of them, in this process. Rejects with `DocentError`. */
export async function openEdition(
  place: Place,
  world: World,
  { errors }: Output,
): Promise<Edition> {
  const { answerThreshold, accessGroups: groups } = await parseConfig(world.env);
  const source = await world.readPages(place);
  const tell = world.stderr.isTTY === true && source.pages.length >= MANY_PAGES;
  if (tell) await errors.write(`Indexing ${source.pages.length.toLocaleString("en")} pages…`);
  try {
    const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
    const snapshot = await buildSnapshot(source, {
      threshold: answerThreshold,
      groups,
      isWord: englishWords(),
      hash,
      now: world.stopwatch,
    });
    return { source, snapshot };
  } finally {
    if (tell) await errors.write("\r\u001B[K");
  }
}
