import type { FrontMatter, Problem } from "../types.ts";
import { closest } from "./closest.ts";
import type { LinedText, YamlEntry } from "./front-matter-yaml.ts";
import { hidesElsewhere, isGeneratorKey } from "./generator-keys.ts";
import { ownText } from "./own-text.ts";

/** What to write under each key; the closed list of the keys there are. */
const REMEDIES = {
  title: "Write `title:` and one line of text.",
  description: "Write `description:` and a sentence about the page.",
  aliases: "Write `aliases: [another name, an abbreviation]`.",
  tags: "Write `tags: [word, word]`.",
  owner: "Write `owner:` and who keeps the page up to date.",
  reviewed: "Write the day of the last review as `reviewed: 2026-11-02`.",
  audience: "Write `audience: [label]`; leave the key out where everybody may read the page.",
  sources: "Write `sources:` and a list of the documents the facts come from.",
  questions: "Write `questions:` and a list of questions, each in quotes.",
  never: "Write `never:` and a list of questions, each in quotes.",
  url: "Write `url: https://…`.",
} as const satisfies Record<keyof FrontMatter, string>;

/** So many keys that nobody knows are called by their names. */
const FOREIGN_NAMED = 3;

type Key = keyof typeof REMEDIES;
type Fault = readonly [code: string, message: string, remedy: string];

const TEXT_KEYS: ReadonlySet<string> = new Set<Key>([
  "title",
  "description",
  "owner",
  "reviewed",
  "url",
]);

export interface FrontMatterKeys {
  readonly frontMatter: FrontMatter;
  readonly questionLines: readonly number[];
  readonly neverLines: readonly number[];
  /** Where the page says who may read it, legibly or not; absent where it does not. */
  readonly audienceLine?: number;
  readonly problems: readonly Problem[];
}

/**
 * Checks the entries of a front matter key by key. What is wrong is reported and left out, the rest counts; what a generator of
 * sites needs is nobody's fault. Only the audience fails closed: misspelt, repeated, empty or unusable, it is an empty list,
 * and nobody may read the page.
 */
export function readKeys(given: readonly YamlEntry[], path: string): FrontMatterKeys {
  const entries = given.filter(({ key }) => isKey(key) || !isGeneratorKey(key));
  const values = new Map<Key, readonly LinedText[]>();
  const problems = given.flatMap((entry) => notHidden(entry, path));
  const seen = new Set<string>();
  let closed = false;
  let audienceLine: number | undefined;

  const foreign = entries.filter(({ key }) => meantKey(key) === undefined);
  for (const entry of entries) {
    const { key, line } = entry;
    const meant = meantKey(key);
    if (meant === undefined && entry !== foreign[0]) continue;
    const fault = isKey(key)
      ? faultOf(key, entry.value, seen.has(key))
      : meant === undefined
        ? foreignKeys(foreign)
        : misspelt(key, meant);
    if (fault !== undefined) {
      const [code, message, remedy] = fault;
      problems.push({ page: path, line, severity: "warning", code, message, remedy });
    } else if (isKey(key)) {
      values.set(key, textsOf(entry.value));
    }
    if (meant === "audience") {
      closed ||= fault !== undefined || entry.value.kind === "nothing";
      audienceLine ??= line;
    }
    seen.add(key);
  }

  const list = (key: Key): readonly string[] => values.get(key)?.map(({ text }) => text) ?? [];
  const linesOf = (key: Key): readonly number[] => values.get(key)?.map(({ line }) => line) ?? [];
  const title = list("title")[0];
  const description = list("description")[0];
  const owner = list("owner")[0];
  const reviewed = list("reviewed")[0]?.slice(0, "2026-11-02".length);
  const url = list("url")[0];
  const frontMatter: FrontMatter = {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(owner === undefined ? {} : { owner }),
    ...(reviewed === undefined ? {} : { reviewed }),
    ...(url === undefined ? {} : { url }),
    aliases: list("aliases"),
    tags: list("tags"),
    audience: closed ? [] : values.has("audience") ? list("audience") : ["public"],
    sources: list("sources"),
    questions: list("questions"),
    never: list("never"),
  };
  return {
    frontMatter,
    questionLines: linesOf("questions"),
    neverLines: linesOf("never"),
    ...(audienceLine === undefined ? {} : { audienceLine }),
    problems,
  };
}

/** Whoever hides a page on their site may think that it is hidden here, too. */
function notHidden({ key, value, line }: YamlEntry, path: string): Problem[] {
  const said = textsOf(value)[0]?.text ?? "";
  if (!hidesElsewhere(key, said)) return [];
  return [
    {
      page: path,
      line,
      severity: "warning",
      code: "not-hidden",
      message: `The page is answered from although it says \`${key}: ${said}\``,
      remedy:
        "Move it out of the folder until it is ready, or say who may read it with `audience`.",
    },
  ];
}

function isKey(key: string): key is Key {
  return Object.hasOwn(REMEDIES, key);
}

function textsOf(value: YamlEntry["value"]): readonly LinedText[] {
  return value.kind === "text" ? [value.text] : value.kind === "list" ? value.texts : [];
}

/** The same few keys come with every page of a site, and to compare one with all that are known takes a while. */
const meantKeys = new Map<string, string | undefined>();
const MOST_MEANT = 1_000;

/** The key that is known, or the known one that it was probably meant to be; undefined: a key of somebody else's. */
function meantKey(key: string): string | undefined {
  if (isKey(key)) return key;
  if (!meantKeys.has(key)) {
    if (meantKeys.size >= MOST_MEANT) meantKeys.clear();
    meantKeys.set(ownText(key), closest(key, Object.keys(REMEDIES)));
  }
  return meantKeys.get(key);
}

function misspelt(key: string, meant: string): Fault {
  const message = `\`${key.slice(0, 60)}\` is not known in front matter, did you mean \`${meant}\`?`;
  return ["unknown-key", message, `Rename it to \`${meant}\`.`];
}

/** One problem for all of them: pages that were written for another tool have a handful each. */
function foreignKeys(entries: readonly YamlEntry[]): Fault {
  const names = entries.slice(0, FOREIGN_NAMED).map(({ key }) => `\`${key.slice(0, 60)}\``);
  const more = entries.length - names.length;
  const all = more === 0 ? names : [...names, `${more} more`];
  const listed = [all.slice(0, -1).join(", "), ...all.slice(-1)].filter(Boolean).join(" and ");
  const [verb, object] = entries.length === 1 ? ["is", "it"] : ["are", "them"];
  return [
    "unknown-key",
    `${listed} ${verb} not known in front matter`,
    `Remove ${object}; the known keys are ${Object.keys(REMEDIES).join(", ")}.`,
  ];
}

function faultOf(key: Key, value: YamlEntry["value"], repeated: boolean): Fault | undefined {
  if (repeated)
    return ["repeated-key", `\`${key}\` is given twice; the first one counts`, "Keep one of them."];
  if (value.kind === "unusable" || (value.kind === "list" && TEXT_KEYS.has(key))) {
    const found = value.kind === "unusable" ? value.what : "a list";
    const wanted = TEXT_KEYS.has(key) ? "text" : "text or a list of texts";
    return ["wrong-type", `\`${key}\` has to be ${wanted}, not ${found}`, REMEDIES[key]];
  }
  const wrong = textsOf(value).find(({ text }) => !isUsable(key, text));
  if (wrong === undefined) return undefined;
  return [
    "wrong-value",
    `\`${wrong.text.slice(0, 80)}\` is not usable as \`${key}\``,
    REMEDIES[key],
  ];
}

function isUsable(key: Key, text: string): boolean {
  switch (key) {
    case "reviewed":
      return isDay(text);
    case "url":
      return /^https?:\/\//i.test(text) && URL.canParse(text);
    case "audience":
      return !/[\s,]/.test(text);
    default:
      return true;
  }
}

/** A day that exists, as `2026-11-02`; a time behind it is forgiven. */
function isDay(text: string): boolean {
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)?.[1];
  if (day === undefined) return false;
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
