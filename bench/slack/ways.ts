import { z } from "zod";

/** How a measured bot reaches the fake; handed over as one JSON argument. */
const ways = z.object({
  mode: z.enum(["socket", "http"]),
  apiUrl: z.string(),
  botToken: z.string(),
  appToken: z.string(),
  signingSecret: z.string(),
});

export type Ways = z.infer<typeof ways>;

export function readWays(): Ways {
  return ways.parse(JSON.parse(process.argv[2] ?? "{}"));
}

const bound = z.object({
  address: z.custom<() => { port: number }>((value) => typeof value === "function"),
});

/** Tells the bench that the bot listens; `server` is Bolt's, where there is one. */
export function ready(server?: unknown): void {
  const known = bound.safeParse(server);
  process.send?.({
    port: known.success ? Reflect.apply(known.data.address, server, []).port : undefined,
  });
}
