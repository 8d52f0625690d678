import type { Asker, RandomId } from "../../src/index.ts";

export function person(name: string, labels: readonly string[] = []): Asker {
  return { id: `slack:T1:${name}`, labels };
}

/** Not a hash, but as one-way as a test needs: the name does not show. */
export function fakePseudonym(id: string): string {
  const sum = id.split("").reduce((total, unit) => {
    return (total * 31 + unit.charCodeAt(0)) % 1_000_003;
  }, 7);
  return `p${sum}`;
}

/** `id-1`, `id-2`, … */
export function countingIds(prefix = "id"): RandomId {
  let count = 0;
  return () => `${prefix}-${(count += 1)}`;
}
