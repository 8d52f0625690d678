import type { KeptVersion, Versions } from "../../src/index.ts";

export interface FakeVersions extends Versions {
  /** Changes what is kept behind everybody's back. */
  damage(version: string): void;
  forget(version: string): void;
}

/** Versions in memory. */
export function createFakeVersions(): FakeVersions {
  const kept = new Map<string, { readonly facts: KeptVersion; packed: Uint8Array }>();
  return {
    keep: async (facts, packed) => {
      kept.delete(facts.version);
      kept.set(facts.version, { facts, packed });
    },
    load: async (version) => kept.get(version)?.packed,
    list: async () => [...kept.values()].map(({ facts }) => facts).toReversed(),
    damage(version) {
      const one = kept.get(version);
      if (one === undefined) return;
      const text = new TextDecoder().decode(one.packed).replace("twelve", "thirteen");
      one.packed = new TextEncoder().encode(text);
    },
    forget: (version) => void kept.delete(version),
  };
}
