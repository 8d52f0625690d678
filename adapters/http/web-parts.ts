import type { IncomingMessage, ServerResponse } from "node:http";
import type { Adapter, Config, Services, SnapshotFacts } from "../../src/index.ts";
import type { Rates } from "./limits.ts";

/** What of the configuration concerns the web. Without `web` only health, metrics and what is mounted are served. */
export type WebConfig = Pick<Config, "listen" | "web" | "slack" | "discord">;

/** Answers requests by itself; what a signed webhook needs, because it must see the body as it was sent. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface WebParts extends Pick<
  Services,
  "assistant" | "receive" | "store" | "clock" | "randomId" | "log" | "metrics"
> {
  /** The knowledge that serves at this moment. */
  readonly knowledge: { readonly snapshot: { readonly facts: SnapshotFacts } };
  /** The platforms, for `/readyz`; asked at each request. */
  readonly platforms: () => readonly Pick<Adapter, "name" | "health">[];
  /** Everything that was measured, in Prometheus' format. */
  readonly exposition: { readonly contentType: string; text(): Promise<string> };
  /** Paths that others answer, such as `/slack/events`; asked before anything of ours, gate and limits included. */
  readonly mounts?: Readonly<Record<string, NodeHandler>>;
  /** Instead of the built-in rates. */
  readonly rates?: Rates;
}
