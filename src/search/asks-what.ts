/** What the small words of a question ask for. */
export interface AsksWhat {
  /** It names something and asks no more than what it is. */
  readonly namesOnly: boolean;
  /** It asks no more than what something is, does or means. */
  readonly asksWhat: boolean;
}

const NAMING =
  /^(?:what|what['’]?s|is|are|an?|the|of|about|me|tell|explain(?:ed)?|describe|definition|meaning)$/iu;
const DOING = /^(?:does|means?)$/iu;

/** Reads the small words of a question, whose words of form ask for something else or not. */
export function asksWhat(asksNoMore: boolean, words: readonly string[]): AsksWhat {
  const doing = words.some((word) => DOING.test(word));
  const asksDoing = (word: string): boolean => doing && (DOING.test(word) || word === "do");
  return {
    namesOnly: asksNoMore && words.every((word) => NAMING.test(word)),
    asksWhat: asksNoMore && words.every((word) => NAMING.test(word) || asksDoing(word)),
  };
}
