import type { Problem, Severity } from "../../src/index.ts";

const PROBLEMS = {
  "no-file": [
    "warning",
    "This is no ordinary file and was left out",
    "Put a Markdown file in its place.",
  ],
  "file-name": [
    "error",
    "The name has characters that no name can be shown with, so the file was left out",
    "Rename it.",
  ],
  "file-gone": ["warning", "The file went away while it was read", "Reload if it should be there."],
  "file-unreadable": [
    "error",
    "It may not be read and was left out",
    "Give the user that Docent runs as permission to read it.",
  ],
  "file-changing": [
    "error",
    "The file kept changing while it was read and was left out",
    "Reload when it is written.",
  ],
  "link-broken": ["warning", "The link leads nowhere that can be read", "Mend it or delete it."],
  "link-outside": [
    "error",
    "The link leads out of the knowledge folder and was not followed",
    "Move what it leads to into the folder.",
  ],
  "link-repeated": [
    "warning",
    "The link leads to what is read in its own place, or to itself, and was not followed",
    "Delete it.",
  ],
} as const satisfies Record<string, readonly [Severity, message: string, remedy: string]>;

/** What can be wrong with a file before its text is seen; `path` as the walk found it. */
export function problemOf(path: string, code: keyof typeof PROBLEMS): Problem {
  const [severity, message, remedy] = PROBLEMS[code];
  return { page: shownPath(path), line: 0, severity, code, message, remedy };
}

/**
 * What a failed call says about one file. A fault of the file system itself is nobody's page, and
 * is thrown.
 */
export function fileFault(path: string, error: unknown): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "EACCES":
    case "EPERM":
      return problemOf(path, "file-unreadable");
    case "ENOENT":
    case "ENOTDIR":
      return problemOf(path, "file-gone");
    // A link or something else took the file's place after the walk.
    case "ELOOP":
    case "EISDIR":
    case "ENXIO":
      return problemOf(path, "no-file");
    default:
      throw error;
  }
}

/** A path on one line, whatever is in it. */
function shownPath(path: string): string {
  return path.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
