import type { Outgoing } from "./components.ts";

/** A call's body that is JSON already: discord.js would write it anew each time. */
export function asJson(json: string): {
  readonly body: string;
  readonly passThroughBody: true;
  readonly headers: Record<string, string>;
} {
  return { body: json, passThroughBody: true, headers: { "Content-Type": "application/json" } };
}

/** A message as it is sent; `besides`: what its call has beside it. */
export function messageJson({ components, ...message }: Outgoing, besides: object = {}): string {
  const around = JSON.stringify({ ...message, ...besides });
  const written = typeof components === "string" ? components : JSON.stringify(components);
  return `${around.slice(0, -1)},"components":${written}}`;
}
