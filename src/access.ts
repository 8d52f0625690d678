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
 * An audience with every named group replaced by the labels behind it. Done when pages are read, so that an asker never
 * holds a group's name: nobody can bring one along.
 */
export function labelsBehind(audience: readonly string[], groups: Groups): readonly string[] {
  return [
    ...new Set(
      audience.flatMap((label) => (Object.hasOwn(groups, label) ? (groups[label] ?? []) : [label])),
    ),
  ];
}

/** What platforms vouch for: all that an asker can hold. */
const PLATFORM_LABEL =
  /^(?:slack:(?:team|channel|user|group):[A-Z0-9]+|discord:(?:guild|channel|role|user):\d+|http:token:[\w.-]+|shell:local)$/u;

export function isPlatformLabel(label: string): boolean {
  return PLATFORM_LABEL.test(label);
}
