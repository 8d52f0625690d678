import { paragraph, table } from "../../src/own-blocks.ts";
import { renderBlocks } from "../../adapters/console/render.ts";
import { lineWidthOf } from "../../adapters/console/terminal.ts";
import type { Figures, FolderFigures } from "./figures.ts";

const COLUMNS = [
  "Engine",
  "#Build s",
  "#Pages/s",
  "#Memory MB",
  "#Resident MB",
  "#p50 ms",
  "#p99 ms",
  "#Asked",
];

/** The figures of a folder as a table for people. */
export function tableOf(
  figures: FolderFigures,
  stdout: { isTTY?: boolean; columns?: number },
): string {
  const { folder, limitSeconds, coldStart, subjects } = figures;
  const size = subjects.find((one) => one.state === "measured");
  const count =
    size === undefined
      ? ""
      : `: ${size.pages.toLocaleString("en")} pages, ${size.passages.toLocaleString("en")} passages`;
  const unfinished = subjects.flatMap((one) =>
    one.state === "measured" ? [] : paragraph(`${one.subject}: ${one.why}.`),
  );
  const blocks = [
    paragraph(`${folder}${count}`),
    table(COLUMNS, subjects.map(rowOf)),
    ...unfinished,
    paragraph(
      `Each engine in a process of its own, ended after ${limitSeconds} s. Docent builds from Markdown and gives an answer; the others build from its passages, ready as text, and give ten numbers.`,
    ),
    paragraph(
      `Cold start of \`ask\`, from process to exit: ${coldStart.firstMs.toFixed(0)} ms with pages that are new, ${coldStart.nextMs.toFixed(0)} ms with pages asked before (medians of ${coldStart.runs}; an empty Node process takes ${coldStart.emptyProcessMs.toFixed(0)} ms)`,
    ),
  ];
  return renderBlocks(blocks, { width: lineWidthOf(stdout), colour: false, folder: "", now: 0 });
}

function rowOf(figures: Figures): readonly string[] {
  if (figures.state !== "measured") return [figures.subject, ...COLUMNS.slice(1).map(() => "-")];
  const { subject, buildMs, pagesPerSecond, memoryMb, residentMb, p50Ms, p99Ms, questions } =
    figures;
  return [
    subject,
    (buildMs / 1_000).toFixed(2),
    pagesPerSecond.toFixed(0),
    memoryMb.toFixed(0),
    residentMb.toFixed(0),
    p50Ms.toFixed(2),
    p99Ms.toFixed(2),
    questions.toLocaleString("en"),
  ];
}
