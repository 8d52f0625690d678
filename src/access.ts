import type { Asker } from "./types.ts";

/** What everybody may read. */
export const PUBLIC = "public";

/**
 * The one filter of the core, asked before anything is ranked. A passage with several labels is for whoever has one of
 * them; one without any is for nobody.
 */
export function canRead(
  passage: { readonly audience: readonly string[] },
  asker: { readonly labels: readonly string[] },
): boolean {
  return passage.audience.some((label) => label === PUBLIC || asker.labels.includes(label));
}

/** Named groups: a label pages may use, and the platforms' labels that stand behind it. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/**
 * The asker with the names of all groups added that one of their labels is in. A group's name counts only when it was
 * worked out here: adapters' labels are prefixed with their platform, so nobody brings one along.
 */
export function withGroups(asker: Asker, groups: Groups): Asker {
  const names = Object.entries(groups)
    .filter(([, members]) => members.some((label) => asker.labels.includes(label)))
    .map(([name]) => name);
  return names.length === 0
    ? asker
    : { ...asker, labels: [...new Set([...asker.labels, ...names])] };
}

/** For a place that many see: only the labels that everybody there has. */
export function sharedLabels(people: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...rest] = people;
  return first.filter((label) => rest.every((labels) => labels.includes(label)));
}
