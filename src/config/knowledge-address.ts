/** Where the pages are: a folder of this machine, or a folder of a git repository at the tip of a branch. */
export type KnowledgeAddress =
  | { readonly kind: "folder"; readonly path: string }
  | {
      readonly kind: "git";
      /** As git takes it; may hold credentials, so never to be logged. */
      readonly url: string;
      /** The repository's default branch where there is none. */
      readonly branch?: string;
      /** Inside the repository, with forward slashes; "" is its root. */
      readonly folder: string;
    };

const REMOTE = /^(?:git\+)?((?:ssh|https?|file|git):\/\/[^#]*)(?:#([^:]*)(?::(.*))?)?$/i;
/** `git@host:path`, git's own short form, has no place for a branch. */
const SCP = /^[\w.-]+@[\w.-]+:/;
const BRANCH = /^[\w][\w./-]*$/;

/** Reads a folder's path or `git+ssh://host/repository#branch:folder` (also git+file, git+https). */
export function readAddress(
  source: string,
): { readonly address: KnowledgeAddress } | { readonly fault: string } {
  if (SCP.test(source)) {
    return { fault: "is git's short form: write git+ssh://git@host/repository#branch:folder" };
  }
  const remote = REMOTE.exec(source);
  if (remote === null) {
    if (/^[\w+]+:\/\//.test(source)) {
      return {
        fault: "has an unknown scheme: give a folder, or git+ssh://, git+https:// or git+file://",
      };
    }
    return { address: { kind: "folder", path: source } };
  }
  const [, url = "", branch = "", folder = ""] = remote;
  if (!URL.canParse(url)) {
    return { fault: "is not a git address: write git+ssh://host/repository#branch:folder" };
  }
  if (branch !== "" && (!BRANCH.test(branch) || branch.includes(".."))) {
    return {
      fault: "names no branch after #: write #branch:folder, with the branch as git shows it",
    };
  }
  const parts = folder.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) {
    return { fault: "leaves the repository: name a folder inside it, without .." };
  }
  return {
    address: {
      kind: "git",
      url,
      ...(branch === "" ? {} : { branch }),
      folder: parts.join("/"),
    },
  };
}
