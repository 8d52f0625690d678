const PAGE = /\.(?:md|markdown|mdx)$/i;
const README = /^readme\.(?:md|markdown|mdx)$/i;

/** Whether a file is a page, by its name: Markdown, or Markdown with components (MDX). */
export function isPageFile(path: string): boolean {
  return PAGE.test(path);
}

/** Whether it is the one at the top of the folder that says how to write the pages. */
export function isReadme(path: string): boolean {
  return README.test(path);
}

export function withoutEnding(path: string): string {
  return path.replace(PAGE, "");
}
