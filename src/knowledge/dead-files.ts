/** What links to files can be judged by; undefined: nobody knows what else is in the folder. */
export type FolderFiles = ReadonlySet<string> | undefined;

/** The name of a file. HTML is left out: a site's generator makes it of pages. */
const FILE = /\.(?!html?$)[a-z][a-z\d]{1,4}$/iu;
/** What a generator puts in the place of, and what begins with a dot and so is not looked at. */
const ELSEWHERE = /^[@~]|\{|(?:^|\/)\.(?!\.?\/)/u;

export function isFileName(name: string): boolean {
  return FILE.test(name);
}

/** Whether a link to a path of the folder, which is no page, leads nowhere for certain. */
export function isDeadFile(target: string, files: FolderFiles): files is ReadonlySet<string> {
  if (files === undefined || !FILE.test(target) || ELSEWHERE.test(target)) return false;
  if (files.has(target)) return false;
  // A folder may be called `node.js`, and a page be meant without its ending.
  return ![...files].some((file) => file.startsWith(`${target}/`) || file.startsWith(`${target}.`));
}

/** A file by what it is called, small and capital letters alike, in whatever folder. */
export function fileCalled(name: string, files: ReadonlySet<string>): string | undefined {
  const wanted = `/${name.toLowerCase()}`;
  return [...files].find((file) => `/${file.toLowerCase()}`.endsWith(wanted));
}
