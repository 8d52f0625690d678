/** Where a git host shows a file as it was at one commit. */
type Shape = (repository: string, commit: string, path: string) => string;

const github: Shape = (repository, commit, path) => `${repository}/blob/${commit}/${path}`;
const gitlab: Shape = (repository, commit, path) => `${repository}/-/blob/${commit}/${path}`;
const gitea: Shape = (repository, commit, path) => `${repository}/src/commit/${commit}/${path}`;
const bitbucket: Shape = (repository, commit, path) => `${repository}/src/${commit}/${path}`;

/** By name: companies call the host they run themselves after what runs there. */
const HOSTS: readonly (readonly [host: RegExp, shape: Shape])[] = [
  [/^github\./, github],
  [/^gitlab\./, gitlab],
  [/^(?:codeberg\.org$|gitea\.|forgejo\.)/, gitea],
  [/^bitbucket\.org$/, bitbucket],
];

/**
 * A permanent link to a file, or undefined where the host is not known or the repository is not on the web. `url` is the
 * repository's, without credentials; `path` is counted from the repository's root.
 */
export function permanentLink(url: string, commit: string, path: string): string | undefined {
  const { protocol, hostname, host, pathname } = new URL(url);
  const shape = HOSTS.find(([name]) => name.test(hostname))?.[1];
  if (shape === undefined || protocol === "file:") return undefined;
  // The port of ssh or git says nothing about where the web pages are.
  const site = protocol.startsWith("http") ? `${protocol}//${host}` : `https://${hostname}`;
  const repository = site + pathname.replace(/\/+$/, "").replace(/\.git$/, "");
  return shape(repository, commit, path.split("/").map(encodeURIComponent).join("/"));
}
