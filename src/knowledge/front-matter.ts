import type { FrontMatter, Problem } from "../types.ts";
import { readKeys } from "./front-matter-keys.ts";
import { readYaml } from "./front-matter-yaml.ts";
import { newlinesIn } from "./lines-of.ts";

/** More than this is no front matter: nothing a person writes comes near, and YAML costs more than text. */
const LONGEST_FRONT_MATTER = 32_768;

/**
 * Blank lines above are forgiven: read as text, the keys would turn into a heading and an audience
 * into nothing.
 */
const OPENING = /^(?:[ \t]*\n)*---([^\n]*)\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;
const LANGUAGE = /^[A-Za-z][\w-]*$/;
const LIKE_YAML = /^[A-Za-z_"'][\w-]*["']?[ \t]*:|^[{?]/m;
const LIKE_AUDIENCE = /\baud[a-z]*["']?[ \t]*[:=]/i;
/** Hugo's other front matter. */
const TOML_OPENING = /^(?:[ \t]*\n)*\+\+\+[ \t]*\n/;
const TOML_CLOSING = /^\+\+\+[ \t]*$\n?/m;
const TOML_TITLE = /^title[ \t]*=[ \t]*(?:"([^"\\\n]*)"|'([^'\n]*)')[ \t]*$/m;
/** Keys that Docent reads, but not of TOML. */
const OURS = /^(?:aliases|audience|never|owner|questions|reviewed|url)[ \t]*=/m;

export interface ParsedFrontMatter {
  /** An empty `audience` means that nobody may read the page: what it says about that could not be read. */
  readonly frontMatter: FrontMatter;
  /** 1-based line of the file where the body begins. */
  readonly bodyLine: number;
  readonly body: string;
  /** Lines of the file, parallel to `frontMatter.questions`. */
  readonly questionLines: readonly number[];
  /** Lines of the file, parallel to `frontMatter.never`. */
  readonly neverLines: readonly number[];
  /** The line of `audience`, legible or not; absent where the page does not say who may read it. */
  readonly audienceLine?: number;
  readonly problems: readonly Problem[];
}

/** What a page without front matter says. */
export const emptyFrontMatter: FrontMatter = {
  aliases: [],
  tags: [],
  audience: ["public"],
  sources: [],
  questions: [],
  never: [],
};

/**
 * Parts a page into front matter and body. Only plain YAML between `---` lines at the start of the
 * file is read, and of that only text and lists of text under known keys: no aliases, no tags, no
 * merge keys. A front matter that cannot be read is reported and left out, and the body stays. It
 * fails closed: where an audience is mentioned and could not be read, `audience` is empty. Never
 * throws. Expects `\n` line ends and no byte order mark.
 */
export function parseFrontMatter(markdown: string, path: string): ParsedFrontMatter {
  const opening = OPENING.exec(markdown);
  if (opening === null) return withoutToml(markdown, path);
  const language = (opening[1] ?? "").trim();
  const rest = markdown.slice(opening[0].length);
  const yamlLine = 1 + newlinesIn(opening[0]);
  const closing = CLOSING.exec(rest);
  const yaml = closing === null ? upToBlankLine(rest) : rest.slice(0, closing.index);

  // `---` may as well be a rule with ordinary text below it.
  if (language === "" ? yaml.trim() !== "" && !LIKE_YAML.test(yaml) : !LANGUAGE.test(language)) {
    return plainBody(markdown, 1);
  }
  const fault = (code: string, message: string, remedy: string): Problem => {
    return { page: path, line: yamlLine - 1, severity: "error", code, message, remedy };
  };
  if (closing === null) {
    if (yaml.trim() === "") return plainBody(markdown, 1);
    const message = "The front matter is not closed, so all of the page was read as text";
    const remedy = "Close the front matter with a line of `---`.";
    const problem = fault("front-matter-unclosed", message, remedy);
    return unread(plainBody(markdown, 1), yaml, problem);
  }

  const end = rest.indexOf("\n", closing.index);
  const page = plainBody(end < 0 ? "" : rest.slice(end + 1), yamlLine + newlinesIn(yaml) + 1);
  if (language !== "") {
    const message = `Front matter in \`${language.slice(0, 20)}\` is not read; the page was kept without it`;
    const remedy = "Write the front matter as YAML between two lines of `---`.";
    return unread(page, yaml, fault("front-matter-language", message, remedy));
  }
  if (yaml.length > LONGEST_FRONT_MATTER) {
    const message = `The front matter has ${yaml.length} characters; no more than ${LONGEST_FRONT_MATTER} are read`;
    const remedy = "Shorten it, or move its text into the page.";
    return unread(page, yaml, fault("front-matter-too-long", message, remedy));
  }
  const read = readYaml(yaml, yamlLine);
  if (read.kind === "invalid") {
    const reason = read.reason.slice(0, 200);
    const message = `The front matter is not readable YAML (${reason}); the page was kept without it`;
    const remedy =
      "Put text that has a colon, a hash or a bracket in quotes, and indent with spaces.";
    const problem = fault("front-matter-syntax", message, remedy);
    return unread(page, yaml, { ...problem, line: read.line });
  }
  return closedFor(path, { ...page, ...readKeys(read.entries, path) });
}

/** The page behind front matter in TOML, of which the title is read. */
function withoutToml(markdown: string, path: string): ParsedFrontMatter {
  const opening = TOML_OPENING.exec(markdown)?.[0];
  if (opening === undefined) return plainBody(markdown, 1);
  const rest = markdown.slice(opening.length);
  const closing = TOML_CLOSING.exec(rest);
  if (closing === null || closing.index > LONGEST_FRONT_MATTER) return plainBody(markdown, 1);
  const toml = rest.slice(0, closing.index);
  const end = opening.length + closing.index + closing[0].length;
  const body = plainBody(markdown.slice(end), 1 + newlinesIn(markdown.slice(0, end)));
  const [, double, single] = TOML_TITLE.exec(toml) ?? [];
  const title = double ?? single;
  const page =
    title === undefined ? body : { ...body, frontMatter: { ...emptyFrontMatter, title } };
  if (!OURS.test(toml) && !LIKE_AUDIENCE.test(toml)) return page;
  return unread(page, toml, {
    page: path,
    line: newlinesIn(opening),
    severity: "error",
    code: "front-matter-language",
    message: "Front matter in TOML is not read but for its title",
    remedy: "Write it as YAML between two lines of `---`.",
  });
}

function plainBody(body: string, bodyLine: number): ParsedFrontMatter {
  const frontMatter = emptyFrontMatter;
  return { frontMatter, bodyLine, body, questionLines: [], neverLines: [], problems: [] };
}

/** The page without its front matter; if that mentions an audience, without readers too. */
function unread(page: ParsedFrontMatter, yaml: string, problem: Problem): ParsedFrontMatter {
  if (!LIKE_AUDIENCE.test(yaml)) return { ...page, problems: [problem] };
  const frontMatter = { ...page.frontMatter, audience: [] };
  const audienceLine = problem.line;
  return closedFor(problem.page, { ...page, frontMatter, audienceLine, problems: [problem] });
}

function closedFor(path: string, parsed: ParsedFrontMatter): ParsedFrontMatter {
  if (parsed.frontMatter.audience.length > 0) return parsed;
  const problem: Problem = {
    page: path,
    line: parsed.problems[0]?.line ?? 1,
    severity: "error",
    code: "audience-unreadable",
    message: "Who may read this page could not be read, so nobody may",
    remedy: "Write `audience: [label]`, or leave the key out where everybody may read the page.",
  };
  return { ...parsed, problems: [...parsed.problems, problem] };
}

function upToBlankLine(text: string): string {
  const blank = text.search(/^[ \t]*$/m);
  return blank < 0 ? text : text.slice(0, blank);
}
