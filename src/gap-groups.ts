/** A group of questions, by the terms of the first of them. */
export interface Grouped {
  readonly id: string;
  readonly terms: readonly string[];
}

/** Of the lighter question's weight, so much must be shared; and of both together, so much. */
const CONTAINED = 0.75;
const ALIKE = 0.33;

/**
 * The group whose terms a question shares most, weighted by how rare a term is among the groups: "vpn" tells more than
 * "set up". Undefined where none shares enough. Overlap coefficient and Jaccard index, both weighted.
 */
export function closestGroup<Group extends Grouped>(
  terms: readonly string[],
  groups: readonly Group[],
): Group | undefined {
  const frequency = new Map<string, number>();
  for (const group of groups) {
    for (const term of group.terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const weight = (term: string): number =>
    Math.log(1 + (groups.length + 1) / ((frequency.get(term) ?? 0) + 1));
  const sum = (list: readonly string[]): number =>
    list.reduce((total, term) => total + weight(term), 0);

  const own = sum(terms);
  let best: Group | undefined;
  let bestLikeness = 0;
  for (const group of groups) {
    const shared = sum(terms.filter((term) => group.terms.includes(term)));
    const theirs = sum(group.terms);
    const likeness = shared / (own + theirs - shared);
    if (shared < CONTAINED * Math.min(own, theirs) || likeness < ALIKE) continue;
    if (likeness > bestLikeness) {
      best = group;
      bestLikeness = likeness;
    }
  }
  return best;
}

/** The same for the same terms in any order, so that two replicas begin the same group; safe within a key. */
export function groupId(terms: readonly string[]): string {
  return encodeURIComponent(terms.toSorted().join("+")).slice(0, 200);
}
