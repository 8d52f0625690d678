import type { Problem } from "../../types.ts";
import type { Rule } from "../draft.ts";
import { inlinesIn } from "../inlines-in.ts";
import { lineFinder } from "../line-of.ts";

/** Slack's and Discord's ways to call everybody, a group or a person. */
const PING =
  /<!(?:channel|here|everyone|subteam\^\w{1,20})[^>]{0,40}>|<@[!&]?\w{2,30}(?:\|[^>]{0,40})?>|(?<![\w.@])@(?:everyone|here|channel)\b(?!\.\w)/i;

/** Text that calls people on a platform. Docent draws it as words, so that it calls nobody; then it is only puzzling. */
export const pings: Rule = ({ source, pages }) => {
  const lineOf = lineFinder(source);
  return pages.flatMap(({ path, frontMatter, passages }) => {
    const { title = "", aliases, questions } = frontMatter;
    const declared = [title, ...aliases, ...questions].flatMap((text) => pingIn(text) ?? []);
    return [
      ...declared.map((ping) => problemOf(path, lineOf(path, ping), ping)),
      ...passages.flatMap(({ passage }) => {
        const heading = pingIn(passage.headings.at(-1) ?? "");
        const inBody = [...inlinesIn(passage.body)].flatMap(({ inline, line }) => {
          const ping = inline.kind === "text" ? pingIn(inline.text) : undefined;
          return ping === undefined ? [] : problemOf(path, line, ping);
        });
        return [
          ...(heading === undefined ? [] : [problemOf(path, lineOf(path, heading), heading)]),
          ...inBody,
        ];
      }),
    ];
  });
};

function pingIn(text: string): string | undefined {
  return PING.exec(text)?.[0];
}

function problemOf(page: string, line: number, ping: string): Problem {
  return {
    page,
    line,
    severity: "warning",
    code: "ping",
    message: `\`${ping}\` would call people in Slack or Discord; Docent shows it as plain text`,
    remedy: "Write the name of the person, group or channel in words, or put it in backquotes.",
  };
}
