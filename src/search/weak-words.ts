import { termsOf } from "./terms.ts";
import { WEAK_WORDS } from "./words.ts";

const WEAK: ReadonlySet<string> = new Set(
  WEAK_WORDS.flatMap((word) => termsOf(word).map(({ stem }) => stem)),
);

/** Whether a stem only says what kind of thing is asked for. */
export function isWeak(stem: string): boolean {
  return WEAK.has(stem);
}
