import type { Asked } from "./asked.ts";
import { isRight } from "./figures.ts";
import type { Measured } from "./measure.ts";
import { mean } from "./metrics.ts";

/** Shares of a mix of questions that end well, as means over the sets. */
export interface Mix {
  /** Right answer or right silence: one half answerable, one quarter near domain, one quarter out of domain. */
  readonly mix: number;
  /** Share of the near-domain questions that meet silence. */
  readonly silent: number;
}

/** Needs runs with questions from elsewhere and with gold deleted; `NaN` without them. */
export function nearMix(measured: readonly Measured[]): Mix {
  const sets = measured.map(({ asked, foreign, near }) => ({
    right: share(
      asked.filter(({ question }) => question.gold.size > 0),
      (one) => one.answered && isRight(one),
    ),
    near: share(
      near.filter(({ question }) => question.gold.size === 0),
      ({ answered }) => !answered,
    ),
    foreign: share(foreign, ({ answered }) => !answered),
  }));
  const usable = sets.filter(({ near, foreign }) => !Number.isNaN(near) && !Number.isNaN(foreign));
  return {
    mix: mean(usable.map(({ right, near, foreign }) => 0.5 * right + 0.25 * near + 0.25 * foreign)),
    silent: mean(usable.map(({ near }) => near)),
  };
}

function share(asked: readonly Asked[], holds: (one: Asked) => boolean): number {
  return mean(asked.map((one) => (holds(one) ? 1 : 0)));
}
