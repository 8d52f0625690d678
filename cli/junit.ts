import type { Tested } from "../src/authoring.ts";

/**
 * What CI shows of tests: a suite for each page, a case for each question. Without times, so that the same knowledge gives the same
 * file.
 */
export function junitOf(tested: readonly Tested[], folder: string): string {
  const suites = [...Map.groupBy(tested, ({ page }) => page)].map(([page, cases]) => {
    const file = `${folder}/${page}`;
    const failures = cases.filter(({ holds }) => !holds).length;
    const head = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
    const body = cases.map((one) => caseOf(one, file)).join("\n");
    return `  <testsuite name="${escaped(file)}" ${head}>\n${body}\n  </testsuite>`;
  });
  const failures = tested.filter(({ holds }) => !holds).length;
  const head = `name="docent test" tests="${tested.length}" failures="${failures}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${head}>\n${suites.join("\n")}\n</testsuites>\n`;
}

function caseOf({ text, line, wants, holds, because }: Tested, file: string): string {
  const place = `classname="${escaped(file)}" file="${escaped(file)}" line="${line}"`;
  const name = `name="${escaped(`“${text}” ${wants}`)}"`;
  if (holds) return `    <testcase ${name} ${place}/>`;
  const [what = ""] = because;
  const reasons = escaped(because.join("\n"));
  return `    <testcase ${name} ${place}>\n      <failure message="${escaped(what)}">${reasons}</failure>\n    </testcase>`;
}

/** XML has no way to write most control characters at all. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
