import { contentStems, stemOf, wordsOf } from "../search/terms.ts";

/**
 * What people tell of themselves, of whom they know and of when, in any team: why they ask, and not what about. Everything else
 * that is told beside a question may be what it is about.
 */
const WHY_ASKED = new Set(
  (
    "interview meeting standup presentation talk exam class course lecture homework assignment school university college " +
    "degree student bootcamp job career work workplace office company startup firm team lead manager boss colleague coworker teammate " +
    "friend mate cto ceo hr recruiter client customer user people person folk guy kid child son daughter wife husband brother sister " +
    "mother father parent mentor teacher tomorrow today yesterday tonight week weekend month year day morning afternoon evening " +
    "monday tuesday wednesday thursday friday saturday sunday soon recent late time moment new newbie noob beginner junior senior intern " +
    "trainee newcomer freelancer developer programmer coder dev engineer first second last next confused stuck lost curious nervous tired " +
    "worried unsure excited hate love like want need wanna gonna try start begin read heard hear saw see keep talk say said tell told ask " +
    "think thought wonder decide plan consider prepare apply switch move join learn study understand know remember forget look find use " +
    "do make get got give go come help hope argue insist mention recommend suggest claim project thing stuff lot bit little much really " +
    "just finally always never often sure bad good better"
  )
    .split(" ")
    .map(stemOf),
);

/** Whether something is told that may be what a question is about, and is not among its words. */
export function tellsMore(told: string, asked: readonly { readonly stem: string }[]): boolean {
  return contentStems(told).some(
    (stem) => !WHY_ASKED.has(stem) && !asked.some((term) => term.stem === stem),
  );
}

/** What is told beside that, word for word. */
export function toldOf(told: string): string {
  return wordsOf(told)
    .filter(({ terms }) =>
      terms.some(({ role, stem }) => role === "content" && !WHY_ASKED.has(stem)),
    )
    .map(({ text }) => text)
    .join(" ");
}
