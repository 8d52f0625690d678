/**
 * Draws each thing once. What answers are made of never changes, and a question that is asked again is answered with the
 * very same blocks: drawing them, which is also how they are measured first, is half of what an answer costs here. What
 * nobody holds any more is not kept.
 */
export function drawnOnce<What extends object, Drawing extends string | object>(
  draw: (what: What) => Drawing,
): (what: What) => Drawing {
  const drawn = new WeakMap<What, Drawing>();
  return (what) => {
    const before = drawn.get(what);
    if (before !== undefined) return before;
    const drawing = draw(what);
    drawn.set(what, drawing);
    return drawing;
  };
}

const DAY_MS = 86_400_000;

/** The same for what says how many days ago something was: drawn once a day (UTC), as `now` in epoch ms has it. */
export function drawnDaily<What extends object, Drawing extends string | object>(
  draw: (what: What, now: number) => Drawing,
): (what: What, now: number) => Drawing {
  const drawn = new WeakMap<What, { readonly day: number; readonly drawing: Drawing }>();
  return (what, now) => {
    const day = Math.floor(now / DAY_MS);
    const before = drawn.get(what);
    if (before?.day === day) return before.drawing;
    const drawing = draw(what, now);
    drawn.set(what, { day, drawing });
    return drawing;
  };
}
