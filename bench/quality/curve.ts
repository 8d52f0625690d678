/** A question with an answer that could be given: how sure, and whether it is right. */
export interface Chosen {
  readonly confidence: number;
  readonly right: boolean;
}

export interface CurvePoint {
  readonly threshold: number;
  /** Share of all questions that are answered from this threshold on. */
  readonly coverage: number;
  /** Share of those answers that are right. */
  readonly precision: number;
}

/** Precision and coverage at every threshold that makes a difference, the highest first. */
export function precisionCoverage(chosen: readonly Chosen[]): CurvePoint[] {
  const ordered = chosen
    .filter(({ confidence }) => confidence > 0)
    .toSorted((a, b) => b.confidence - a.confidence);
  const points: CurvePoint[] = [];
  let right = 0;
  for (const [index, one] of ordered.entries()) {
    right += one.right ? 1 : 0;
    if (ordered[index + 1]?.confidence === one.confidence) continue;
    const answered = index + 1;
    points.push({
      threshold: one.confidence,
      coverage: answered / chosen.length,
      precision: right / answered,
    });
  }
  return points;
}

const WIDTH = 720;
const HEIGHT = 440;
const LEFT = 60;
const TOP = 20;
const RIGHT = 190;
const BOTTOM = 50;
const COLOURS = [
  "#2563eb",
  "#dc2626",
  "#059669",
  "#d97706",
  "#7c3aed",
  "#0891b2",
  "#be185d",
  "#4d7c0f",
];

/** The curves of several sets as an SVG picture; a dot marks the shipped threshold. */
export function curveSvg(
  curves: readonly { readonly name: string; readonly points: readonly CurvePoint[] }[],
  threshold: number,
): string {
  const x = (coverage: number): number => round(LEFT + coverage * (WIDTH - LEFT - RIGHT));
  const y = (precision: number): number =>
    round(HEIGHT - BOTTOM - precision * (HEIGHT - TOP - BOTTOM));
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const grid = ticks.map(
    (tick) =>
      `<path d="M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}" stroke="#e5e7eb"/>` +
      `<text x="${x(tick)}" y="${y(0) + 18}" text-anchor="middle">${tick}</text>` +
      `<text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
  );
  const lines = curves.map(({ name, points }, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? "#000";
    const path = thinned(points)
      .map(({ coverage, precision }, at) => `${at === 0 ? "M" : "L"}${x(coverage)} ${y(precision)}`)
      .join("");
    const shipped = points.findLast((point) => point.threshold >= threshold);
    const dot =
      shipped === undefined
        ? ""
        : `<circle cx="${x(shipped.coverage)}" cy="${y(shipped.precision)}" r="4" fill="${colour}"/>`;
    const row = TOP + 14 + index * 20;
    return (
      `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dot}` +
      `<path d="M${WIDTH - RIGHT + 16} ${row - 4}h20" stroke="${colour}" stroke-width="2"/><text x="${WIDTH - RIGHT + 42}" y="${row}">${escaped(name)}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#374151">`,
    `<title>Precision against coverage; the dots mark the shipped threshold ${threshold}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...grid,
    `<text x="${x(0.5)}" y="${HEIGHT - 10}" text-anchor="middle">coverage: share of all questions that are answered</text>`,
    `<text transform="translate(16 ${y(0.5)}) rotate(-90)" text-anchor="middle">precision: share of the answers that are right</text>`,
    ...lines,
    "</svg>",
    "",
  ].join("\n");
}

const MOST_POINTS = 200;

/** The first answers make the line jump and thousands of points make the file heavy. */
function thinned(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const settled = points.slice(Math.min(20, Math.floor(points.length / 4)));
  const step = Math.max(1, Math.ceil(settled.length / MOST_POINTS));
  return settled.filter((_, index) => index % step === 0 || index === settled.length - 1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
