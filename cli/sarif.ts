import { isAbsolute, relative } from "node:path";
import type { Problem } from "../src/index.ts";
import { said } from "./said.ts";

/** What code review shows an author: https://docs.oasis-open.org/sarif/sarif/v2.1.0. */
export function sarifOf(
  problems: readonly Problem[],
  { folder, version }: { readonly folder: string; readonly version: string },
): string {
  const codes = [...new Set(problems.map(({ code }) => code))].toSorted();
  const rules = codes.map((code) => ({
    id: code,
    shortDescription: { text: code.replaceAll("-", " ") },
    help: { text: problems.find((problem) => problem.code === code)?.remedy ?? "" },
  }));
  const sarif = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Docent", version, rules } },
        results: problems.map(({ page, line, severity, code, ...sentences }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level: severity,
          message: { text: said(sentences) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(folder, page) },
                // A line is required to be 1 or more; 0 is the whole file.
                ...(line === 0 ? {} : { region: { startLine: line } }),
              },
            },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(sarif, null, 2)}\n`;
}

/** Relative to where the command runs, which is the repository's top in CI. */
function uriOf(folder: string, page: string): string {
  const from = isAbsolute(folder) ? relative(".", folder) : folder;
  return [...from.split(/[\\/]/), ...page.split("/")]
    .filter((part) => part !== "" && part !== ".")
    .map(encodeURIComponent)
    .join("/");
}
