import { closest } from "../knowledge/closest.ts";

/** Only names that look like ours are questioned: an environment is full of other programs' names. */
const FAMILY =
  /^(?:SLACK|DISCORD|KNOWLEDGE|ANSWER|STORE|GAP)_|^(?:ACCESS_G|API_TOK|LOG_LEV|DATA_D)/i;

/** A slip may be in the family itself (`KNOWLEGDE_SOURCE`): so long a name that is nearly ours is nobody else's. */
const UNMISTAKABLE = 12;

/** What people write from memory, and what it is called here. */
const USUAL = new Map([
  ["SLACK_TOKEN", "SLACK_BOT_TOKEN"],
  ["SLACK_SECRET", "SLACK_SIGNING_SECRET"],
  ["DISCORD_BOT_TOKEN", "DISCORD_TOKEN"],
  ["KNOWLEDGE_DIR", "KNOWLEDGE_SOURCE"],
  ["KNOWLEDGE_FOLDER", "KNOWLEDGE_SOURCE"],
  ["KNOWLEDGE_PATH", "KNOWLEDGE_SOURCE"],
  ["KNOWLEDGE_URL", "KNOWLEDGE_SOURCE"],
]);

/**
 * Names that were probably meant to be others. A known name that is set itself is nobody's misspelling: `SLACK_APITOKEN`
 * beside it belongs to another program.
 */
export function misnamed(
  given: Iterable<string>,
  known: readonly string[],
): readonly { readonly name: string; readonly meant: string }[] {
  const names = new Set(given);
  const unset = known.filter((name) => !names.has(name));
  const found = [];
  for (const name of names) {
    if (known.includes(name) || !(FAMILY.test(name) || name.length >= UNMISTAKABLE)) continue;
    const usual = USUAL.get(name);
    const meant = usual !== undefined && unset.includes(usual) ? usual : closest(name, unset);
    if (meant !== undefined) found.push({ name, meant });
  }
  return found;
}
