import { z } from "zod";
import { personOf } from "./person.ts";
import type { Person } from "./parts.ts";

/** Somebody pressed something: what a listener needs of the payload, checked. */
export interface Press {
  readonly person: Person;
  readonly action: string;
  readonly value: string;
  /** Unique for this click. */
  readonly at: string;
  readonly trigger: string;
  readonly responseUrl?: string | undefined;
  /** The message it stands on. Its blocks are absent where only one person sees it. */
  readonly message?: {
    readonly ts: string;
    readonly thread: string;
    readonly onlyYou: boolean;
    readonly text: string;
    readonly blocks?: readonly unknown[] | undefined;
  };
  readonly view?: View | undefined;
}

const view = z.object({
  id: z.string(),
  type: z.enum(["modal", "home"]),
  callback_id: z.string().optional(),
  private_metadata: z.string().optional(),
  title: z.unknown().optional(),
  close: z.unknown().optional(),
  blocks: z.array(z.unknown()),
});

export type View = z.infer<typeof view>;

const press = z.object({
  trigger_id: z.string().default(""),
  response_url: z.string().optional(),
  container: z
    .object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  message: z
    .object({
      ts: z.string(),
      thread_ts: z.string().optional(),
      text: z.string().default(""),
      blocks: z.array(z.unknown()).optional(),
    })
    .optional(),
  view: view.optional().catch(undefined),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().nullish(),
        action_ts: z.string().default(""),
      }),
    )
    .min(1),
});

/** Undefined for what is not shaped as Slack documents it. */
export function parsePress(body: unknown, ownTeam: string): Press | undefined {
  const person = personOf(body, ownTeam);
  const parsed = press.safeParse(body);
  if (person === undefined || !parsed.success) return undefined;
  const { actions, container, message, trigger_id, response_url, view: shown } = parsed.data;
  const [action] = actions;
  const ts = container?.message_ts ?? message?.ts;
  if (action === undefined) return undefined;
  return {
    person,
    action: action.action_id,
    value: action.value ?? "",
    at: action.action_ts === "" ? trigger_id : action.action_ts,
    trigger: trigger_id,
    responseUrl: response_url,
    ...(ts !== undefined && {
      message: {
        ts,
        thread: container?.thread_ts ?? message?.thread_ts ?? ts,
        onlyYou: container?.is_ephemeral === true,
        text: message?.text ?? "",
        blocks: message?.blocks,
      },
    }),
    view: shown,
  };
}
