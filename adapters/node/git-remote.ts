import { DocentError } from "../../src/errors.ts";

/** Where git fetches from, with the credentials taken out of the address. */
export interface GitRemote {
  /** Safe to show. */
  readonly url: string;
  /** Options before the command: which protocols may be spoken, and who says the password. */
  readonly options: readonly string[];
  /** Credentials, and how to behave; on top of what git may see of the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Takes credentials out of what git says. */
  hide(text: string): string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where programs, keys, certificates and proxies are; nothing else of Docent's environment is git's business. */
const SEEN =
  /^(?:PATH|HOME|USER|LOGNAME|TMPDIR|XDG_CONFIG_HOME|SSH_AUTH_SOCK|GIT_SSH|GIT_SSH_COMMAND|GIT_CONFIG_GLOBAL|GIT_CONFIG_NOSYSTEM|GIT_SSL_CAINFO|SSL_CERT_FILE|SSL_CERT_DIR|(?:https?|no|all)_proxy)$/i;

/** Gives up on a silent server by itself, should nobody be left to end it. */
const SSH =
  "ssh -o BatchMode=yes -o ConnectTimeout=15 -o ServerAliveInterval=15 -o ServerAliveCountMax=2";

/** Says what is in the environment, so that it stands in no argument, no file and no address. */
const HELPER = `!f() { test "$1" = get && printf 'username=%s\\npassword=%s\\n' "$DOCENT_GIT_USER" "$DOCENT_GIT_PASSWORD"; }; f`;

const SAFE = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "fetch.recurseSubmodules=false",
  "gc.autoDetach=false",
  "maintenance.autoDetach=false",
  "http.lowSpeedLimit=100",
  "http.lowSpeedTime=30",
  "protocol.allow=never",
];

/** `url` as the configuration has it: ssh, https, http, file or git, perhaps with credentials. */
export function gitRemote(url: string, environment: Environment): GitRemote {
  const parsed = new URL(url);
  const scheme = parsed.protocol.slice(0, -1);
  const { username, password } = credentialsOf(parsed);
  const isWeb = scheme === "http" || scheme === "https";
  // With ssh the name before the @ is part of the address; keys do the rest.
  if (isWeb) parsed.username = "";
  parsed.password = "";

  const spoken = scheme === "http" ? ["http", "https"] : [scheme];
  const settings = [...SAFE, ...spoken.map((name) => `protocol.${name}.allow=always`)];
  const secrets: Record<string, string> = {};
  if (isWeb && (username !== "" || password !== "")) {
    const place = `credential.${parsed.origin}.helper`;
    settings.push(`${place}=`, `${place}=${HELPER}`);
    secrets["DOCENT_GIT_USER"] = username;
    secrets["DOCENT_GIT_PASSWORD"] = password;
  }
  const seen = Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && SEEN.test(name) ? [[name, value] as const] : [],
  );
  const hidden = [password, isWeb ? username : ""]
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((secret) => secret !== "");
  return {
    url: parsed.href,
    options: settings.flatMap((setting) => ["-c", setting]),
    env: {
      GIT_SSH_COMMAND: SSH,
      ...Object.fromEntries(seen),
      ...secrets,
      GIT_TERMINAL_PROMPT: "0",
      GIT_ASKPASS: "",
      SSH_ASKPASS: "",
      LC_ALL: "C",
    },
    hide: (text) => hidden.reduce((shown, secret) => shown.replaceAll(secret, "[secret]"), text),
  };
}

function credentialsOf(url: URL): { readonly username: string; readonly password: string } {
  const [username = "", password = ""] = [url.username, url.password].map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      // A lone % is allowed in an address and stands for itself.
      return part;
    }
  });
  // One line of the helper's answer each.
  if (/[\p{Cc}]/u.test(username + password)) {
    throw new DocentError("config-invalid", "The credentials of KNOWLEDGE_SOURCE are broken", {
      remedy: "They hold a character that no credential has, such as %0A: write them again.",
    });
  }
  return { username, password };
}
