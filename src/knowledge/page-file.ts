const PAGE = /\.(?:md|markdown|mdx)$/i;
/** Also as `.yml` and in other letters: overlooked, it would leave open what somebody meant to close. */
const ACCESS = /(?:^|\/)_access\.ya?ml$/iu;
const README = /^readme\.(?:md|markdown|mdx)$/i;

/** Whether a file is a page, by its name: Markdown, or Markdown with components (MDX). */
export function isPageFile(path: string): boolean {
  return PAGE.test(path);
}

/** Whether it is the one at the top of the folder that says how to write the pages. */
export function isReadme(path: string): boolean {
  return README.test(path);
}

/** Whether it says who may read the pages of its folder. */
export function isAccessFile(path: string): boolean {
  return ACCESS.test(path);
}

export function withoutEnding(path: string): string {
  return path.replace(PAGE, "");
}
