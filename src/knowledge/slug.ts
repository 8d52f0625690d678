const ASCII = /^[\0-\x7F]*$/;

/**
 * A heading as an anchor, the way GitHub does it: lower case, punctuation gone, each space a
 * hyphen; letters and digits of every script stay. `section` where nothing is left.
 */
export function slugOf(heading: string): string {
  const lower = heading.normalize("NFC").trim().toLowerCase();
  // The same for ASCII, without the tables of Unicode's classes.
  const kept = ASCII.test(lower)
    ? lower.replace(/[^\w\- ]/g, "")
    : lower.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "");
  const slug = kept.replaceAll(" ", "-");
  return slug === "" ? "section" : slug;
}

/** Gives each slug out once: the second `setup` is `setup-2`, the third `setup-3`. */
export function uniqueSlugs(): (slug: string) => string {
  /** Every slug that is taken, with the last number tried for it. */
  const taken = new Map<string, number>();
  return (slug) => {
    let number = taken.get(slug) ?? 0;
    let unique = slug;
    while (taken.has(unique)) unique = `${slug}-${Math.max(2, ++number)}`;
    taken.set(unique, 1);
    if (unique !== slug) taken.set(slug, number);
    return unique;
  };
}
