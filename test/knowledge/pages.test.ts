import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { passagesOf } from "../../src/knowledge/passages.ts";
import type { PagePassages } from "../../src/knowledge/passages.ts";

const folder = new URL("../fixtures/pages/", import.meta.url);

/** What a page became, in the words of this test: one line for each passage and each problem. */
function account({ passages, problems, ...page }: PagePassages): object {
  return {
    ...page,
    passages: passages.map(({ passage: { id, lines, headings, text, url }, questions }) => ({
      is: `${id} :${lines.join("-")} ${headings.join(" › ")}`,
      ...(url === undefined ? {} : { url }),
      ...(questions.length === 0 ? {} : { questions }),
      text: text.split("\n"),
    })),
    problems: problems.map(
      ({ line, severity, code, message, remedy }) =>
        `:${line} ${severity} ${code}: ${message} | ${remedy}`,
    ),
  };
}

describe("pages, written well and badly", () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".md"))) {
    it(`${name} becomes what stands beside it`, async () => {
      const markdown = readFileSync(new URL(name, folder), "utf8");
      const read = passagesOf({ path: name, markdown });
      const written = `${JSON.stringify(account(read), null, 2)}\n`;
      await expect(written).toMatchFileSnapshot(
        new URL(name.replace(/md$/, "json"), folder).pathname,
      );
    });

    it(`${name} is the same page with any line ends and a byte order mark`, () => {
      const markdown = readFileSync(new URL(name, folder), "utf8");
      const read = passagesOf({ path: name, markdown });
      for (const twin of [
        markdown.replaceAll("\n", "\r\n"),
        markdown.replaceAll("\n", "\r"),
        `\uFEFF${markdown}`,
      ]) {
        expect(passagesOf({ path: name, markdown: twin })).toEqual(read);
      }
    });
  }
});
