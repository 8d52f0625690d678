import type { Asked } from "./asked.ts";
import { isRight } from "./figures.ts";
import type { Measured } from "./measure.ts";
import { calibrationError, mean } from "./metrics.ts";

/** Shares of a mix of questions that end well, as means over the sets. */
export interface Mix {
  /** Right answer or right silence: one half answerable, one quarter near domain, one quarter out of domain. */
  readonly mix: number;
  /** Share of the near-domain questions that meet silence. */
  readonly silent: number;
  /** Calibration error of confidence over the mix, every set counting the same. */
  readonly calibration: number;
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
  const weighed = measured.flatMap(({ asked, foreign, near }) => [
    ...shared(asked.filter(answerable), 0.5),
    ...shared(
      near.filter((one) => !answerable(one)),
      0.25,
    ),
    ...shared(foreign, 0.25),
  ]);
  return {
    mix: mean(usable.map(({ right, near, foreign }) => 0.5 * right + 0.25 * near + 0.25 * foreign)),
    silent: mean(usable.map(({ near }) => near)),
    calibration: calibrationError(weighed),
  };
}

function answerable({ question }: Asked): boolean {
  return question.gold.size > 0;
}

function shared(
  asked: readonly Asked[],
  weight: number,
): { readonly confidence: number; readonly right: boolean; readonly weight: number }[] {
  return asked.map((one) => ({
    confidence: one.confidence,
    right: isRight(one),
    weight: weight / asked.length,
  }));
}

function share(asked: readonly Asked[], holds: (one: Asked) => boolean): number {
  return mean(asked.map((one) => (holds(one) ? 1 : 0)));
}
