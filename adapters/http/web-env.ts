import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Asker } from "../../src/index.ts";

/** What every request carries once it is through the gate. */
export type WebEnv = {
  Bindings: HttpBindings;
  Variables: {
    /** What the log line of this request is found by. */
    trace: string;
    asker: Asker;
    /** What the frame is to write itself: the `byteText` of JSON. */
    json: string | undefined;
  };
};

export type WebContext = Context<WebEnv>;
