import { z } from "zod";
import { blockFaults, viewFaults } from "./check-blocks.ts";
import { streamFaults } from "./check-stream.ts";
import type { Fault } from "./fault.ts";
import { METHOD_SHAPES } from "./methods.ts";

type Args = Readonly<Record<string, unknown>>;

/** What the published descriptions refuse about a call, whatever the workspace is like. */
export function argumentFaults(method: string, args: Args): Fault[] {
  const shape = METHOD_SHAPES[method];
  if (shape === undefined)
    return [{ error: "unknown_method", words: "is no method that the fake knows" }];
  const known = new Set([...shape.required, ...shape.optional, "team_id", "token"]);
  const text = args["text"];
  const says = ["chat.postMessage", "chat.postEphemeral", "chat.update"].includes(method);
  return [
    ...saying("invalid_arguments", [
      ...shape.required
        .filter((name) => args[name] === undefined)
        .map((name) => `${name} is missing`),
      ...Object.keys(args)
        .filter((name) => !known.has(name))
        .map((name) => `${name} is not documented`),
      ...(typeof text === "string" && text.length > 4000
        ? [`text has ${text.length} characters`]
        : []),
      ...(args["view"] === undefined
        ? []
        : viewFaults(args["view"]).map((fault) => `view: ${fault}`)),
      ...promptFaults(args["prompts"]),
    ]),
    ...saying(
      "no_text",
      says && (typeof text !== "string" || text.trim() === "") ? ["text is empty"] : [],
    ),
    ...saying(
      "invalid_blocks",
      args["blocks"] === undefined
        ? []
        : blockFaults(args["blocks"]).map((fault) => `blocks: ${fault}`),
    ),
    ...saying("invalid_metadata_format", metadataFaults(args["metadata"])),
    ...streamFaults(method, args),
  ];
}

function saying(error: string, all: readonly string[]): Fault[] {
  return all.map((words) => ({ error, words }));
}

function promptFaults(prompts: unknown): string[] {
  if (prompts === undefined) return [];
  if (!Array.isArray(prompts) || prompts.length === 0 || prompts.length > 4)
    return ["prompts: one to four"];
  return prompts.every(
    (prompt) => typeof prompt.title === "string" && typeof prompt.message === "string",
  )
    ? []
    : ["prompts: each needs a title and a message"];
}

const metadataShape = z.strictObject({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});

function metadataFaults(metadata: unknown): string[] {
  if (metadata === undefined || metadataShape.safeParse(metadata).success) return [];
  return ["metadata: an event_type and an event_payload"];
}
