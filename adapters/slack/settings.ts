import type { SlackConfig } from "../../src/index.ts";

/** What an operator sets for Slack, and where signed requests are served. */
export interface SlackSettings extends SlackConfig {
  /** A server of our own; absent: another server hands requests to `handleRequest`. */
  readonly listen?: { readonly host: string; readonly port: number };
}

/** Who we are, as Slack vouches for it. */
export interface Identity {
  readonly team: string;
  readonly userId: string;
  readonly botId: string;
  /** What the token may do, where Slack says so. */
  readonly scopes: readonly string[];
}
