import type { Changes } from "../ports.ts";
import type { Page, Passage } from "../types.ts";

/** Enough that two texts of one page do not meet by chance. */
const DIGITS = 16;

/** What every page and passage says, by path and id: small enough to keep beside a snapshot. */
export interface Contents {
  readonly pages: ReadonlyMap<string, string>;
  readonly passages: ReadonlyMap<string, string>;
}

/**
 * Digests of pages and passages by `hash`. A passage says what stands in its lines of the page: its own text is made when it
 * is asked for, and to make a hundred thousand of them takes a second.
 */
export function contentsOf(
  pages: readonly Page[],
  passages: readonly Passage[],
  hash: (text: string) => string,
): Contents {
  const digest = (text: string): string => hash(text).slice(0, DIGITS);
  const markdown = new Map(pages.map((page) => [page.path, page.markdown]));
  let path: string | undefined;
  let lines: readonly string[] = [];
  return {
    pages: new Map(pages.map((page) => [page.path, digest(page.markdown)])),
    passages: new Map(
      passages.map(({ id, page, headings, lines: [first, last], audience }) => {
        if (page !== path) lines = (markdown.get(page) ?? "").split("\n");
        path = page;
        const said = [...headings, ...lines.slice(first - 1, last), ...audience];
        return [id, digest(said.join("\n"))];
      }),
    ),
  };
}

/** Nothing before: nothing has changed, there is only a beginning. */
export function changesBetween(before: Contents | undefined, after: Contents): Changes {
  const pages = difference(before?.pages ?? after.pages, after.pages);
  const passages = difference(before?.passages ?? after.passages, after.passages);
  return {
    pages,
    passages: {
      added: passages.added.length,
      changed: passages.changed.length,
      removed: passages.removed.length,
    },
  };
}

function difference(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Changes["pages"] {
  const names = [...after.keys()];
  return {
    added: names.filter((name) => !before.has(name)),
    changed: names.filter((name) => before.has(name) && before.get(name) !== after.get(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
  };
}

/** As text: a line for each, its digest before its name, pages and passages parted by an empty line. */
export function writeContents({ pages, passages }: Contents): string {
  const lines = (some: ReadonlyMap<string, string>): string =>
    [...some].map(([name, digest]) => `${digest} ${name}`).join("\n");
  return `${lines(pages)}\n\n${lines(passages)}`;
}

/** Reads what `writeContents` wrote. */
export function readContents(text: string): Contents {
  const [pages = "", passages = ""] = text.split("\n\n", 2);
  const entries = (lines: string): Map<string, string> =>
    new Map(
      lines.split("\n").map((line) => {
        const space = line.indexOf(" ");
        return [line.slice(space + 1), line.slice(0, space)];
      }),
    );
  return { pages: entries(pages), passages: entries(passages) };
}
