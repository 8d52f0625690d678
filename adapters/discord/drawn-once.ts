/**
 * Draws each thing once. What answers are made of never changes; it is drawn to be measured, and then to be shown. What
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
