import type { Changes } from "../ports.ts";
import type { Page, Passage } from "../types.ts";
import { fingerprint } from "./fingerprint.ts";

/** What every page and passage says, by path and id: small enough to keep beside a snapshot. */
export interface Contents {
  readonly pages: ReadonlyMap<string, string>;
  readonly passages: ReadonlyMap<string, string>;
}

export function contentsOf(pages: readonly Page[], passages: readonly Passage[]): Contents {
  return {
    pages: new Map(pages.map((page) => [page.path, fingerprint(page.markdown)])),
    passages: new Map(
      passages.map(({ id, headings, text, audience }) => [
        id,
        fingerprint([...headings, text, ...audience].join("\0")),
      ]),
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

/** As text: a line for each, its fingerprint before its name, pages and passages parted by an empty line. */
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
