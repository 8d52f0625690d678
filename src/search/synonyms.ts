import { wordsOf } from "./terms.ts";

/** A way of saying something. */
export interface Saying {
  /** Its content stems. */
  readonly stems: readonly string[];
  /** How surely they say it, 0 to 1: "sign" is half of "sign in", "sql" half of "no-sql", whose other half is a small word. */
  readonly sure: number;
}

/** Words the authors declare to mean the same. */
export interface Synonyms {
  /** What stands at `stems[at]`, and other ways of saying it. */
  at(
    stems: readonly string[],
    at: number,
  ): readonly { readonly said: Saying; readonly others: readonly Saying[] }[];
  /** Whether some group begins a word or phrase with this stem. */
  knows(stem: string): boolean;
}

const LONGEST_PHRASE = 4;

function sayingOf(text: string): Saying {
  const words = wordsOf(text);
  const stems = words.flatMap(({ terms }) =>
    terms.flatMap(({ stem, role }) => (role === "content" ? [stem] : [])),
  );
  return { stems, sure: stems.length === 1 ? 1 / words.length : 1 };
}

/** Groups of words and phrases that mean the same; phrases that are too long for a question are left out. */
export function synonymsOf(groups: readonly (readonly string[])[]): Synonyms {
  const byFirst = new Map<string, { said: Saying; others: readonly Saying[] }[]>();
  for (const words of groups) {
    const group = words
      .map(sayingOf)
      .filter(({ stems }) => stems.length > 0 && stems.length <= LONGEST_PHRASE);
    for (const said of group) {
      const first = said.stems[0] ?? "";
      const others = group.filter((other) => other.stems.join(" ") !== said.stems.join(" "));
      const known = byFirst.get(first);
      if (known === undefined) byFirst.set(first, [{ said, others }]);
      else known.push({ said, others });
    }
  }
  return {
    knows: (stem) => byFirst.has(stem),
    at: (stems, at) =>
      (byFirst.get(stems[at] ?? "") ?? []).filter(({ said }) =>
        said.stems.every((stem, offset) => stems[at + offset] === stem),
      ),
  };
}
