/** The id of the section that a passage is, or is a part of: `it/vpn.md#setup~2` is part of `it/vpn.md#setup`. */
export function sectionOf(passageId: string): string {
  return passageId.replace(/~\d+$/u, "");
}
