import type { ChannelMode } from "../../src/index.ts";

/** What an operator sets for Slack. */
export interface SlackSettings {
  readonly botToken: string;
  readonly connection:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string };
  /** Another base for the Web API, with a slash at its end; Slack's own by default. */
  readonly apiUrl?: string;
  /** Where "Ask a human" posts; absent: it is not offered. */
  readonly escalationChannel?: string;
  readonly channelMode: ChannelMode;
  /** User or user-group ids; empty: the workspace's admins and owners. */
  readonly admins: readonly string[];
  /** Where signed requests are served; absent: another server hands them to `handleRequest`. */
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
