import type { Lines } from "../types.ts";

/**
 * The web address of some lines of a page: a git host's view of the file gets the lines, as that
 * host writes them, any other page the section's anchor. GitHub and GitLab show Markdown rendered,
 * without lines, unless asked for it plain.
 */
export function urlOfLines(page: string, lines: Lines, slug: string): string {
  const [address = ""] = page.split("#", 1);
  const [first, last] = lines;
  const [path = ""] = address.split("?", 1);
  if (path.includes("/-/blob/")) return `${path}?plain=1#L${first}-${last}`;
  if (path.includes("/blob/")) return `${path}?plain=1#L${first}-L${last}`;
  if (/\/src\/(?:branch|commit|tag)\//.test(path)) return `${path}#L${first}-L${last}`;
  if (/^https?:\/\/bitbucket\.org\/[^/]+\/[^/]+\/src\//.test(path))
    return `${path}#lines-${first}:${last}`;
  return `${address}#${encodeURIComponent(slug)}`;
}
