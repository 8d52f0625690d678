import { callbackFaults, webhookMessageFaults } from "./body-rules.ts";
import { isObject } from "./component-rules.ts";
import { error, type Call, type Reply } from "./rest.ts";

/** An interaction and all that came back to it. */
export interface Given {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly at: number;
  /** The message its button stands on. */
  readonly on?: string;
  /** Callback types in order of arrival; more than one means that the second was refused. */
  readonly callbacks: number[];
  /** When the first callback was taken. */
  answeredAt?: number;
  /** What stands there now: undefined before an answer, and after it was taken back. */
  shown?: unknown;
  choices?: readonly { readonly name: string; readonly value: string }[];
  modal?: unknown;
  ephemeral: boolean;
  readonly followUps: unknown[];
  /** Replaces the message of the button. */
  updated?: unknown;
  expired: boolean;
}

/** Interactions with their deadlines: the first answer within three seconds, the token for fifteen minutes. */
export function createInteractions(options: {
  readonly problems: string[];
  readonly application: string;
}) {
  const { problems, application } = options;
  const given = new Map<string, Given>();
  const limits = { answerMs: 3_000 };

  function refuse(call: Call, faults: readonly string[]): Reply {
    problems.push(`${call.method} ${call.path.replace(/[\w-]{20,}/gu, "…")}: ${faults.join("; ")}`);
    return { status: 400, body: { code: 50_035, message: "Invalid Form Body", errors: {} } };
  }

  function callback(call: Call, id: string, token: string): Reply {
    const one = given.get(token);
    if (one === undefined || one.id !== id) return error(404, 10_062, "Unknown interaction");
    const faults = callbackFaults(call.body, one.type);
    if (faults.length > 0) return refuse(call, faults);
    const { type, data } = call.body as { type: number; data?: Readonly<Record<string, unknown>> };
    one.callbacks.push(type);
    if (one.answeredAt !== undefined) {
      return error(400, 40_060, "Interaction has already been acknowledged.");
    }
    if (one.expired || Date.now() - one.at > limits.answerMs) {
      return error(404, 10_062, "Unknown interaction");
    }
    one.answeredAt = Date.now();
    one.ephemeral = (Number(data?.["flags"] ?? 0) & 64) !== 0;
    if (type === 4) one.shown = data;
    if (type === 5) one.shown = "thinking";
    if (type === 7) one.updated = data;
    if (type === 8) one.choices = (data as { choices: Given["choices"] }).choices ?? [];
    if (type === 9) one.modal = data;
    return { status: 204 };
  }

  function webhook(call: Call, token: string, rest: string): Reply {
    const one = given.get(token);
    if (one === undefined) return error(404, 10_015, "Unknown Webhook");
    if (one.expired) return error(401, 50_027, "Invalid Webhook Token");
    if (one.answeredAt === undefined) return error(404, 10_015, "Unknown Webhook");
    if (call.method === "DELETE") {
      delete one.shown;
      return { status: 204 };
    }
    const faults = webhookMessageFaults(call.body);
    if (faults.length > 0) return refuse(call, faults);
    if (call.method === "POST") one.followUps.push(call.body);
    else if (rest === "/messages/@original") {
      const flags = one.ephemeral ? 64 : 0;
      one.shown = isObject(call.body)
        ? { ...call.body, flags: Number(call.body["flags"] ?? 0) | flags }
        : call.body;
    }
    return { status: 200, body: { id: "1", channel_id: "1" } };
  }

  return {
    given,
    limits,
    begin(id: string, token: string, type: number, on?: string): Given {
      const one: Given = {
        id,
        token,
        type,
        at: Date.now(),
        callbacks: [],
        ephemeral: false,
        followUps: [],
        expired: false,
        ...(on === undefined ? {} : { on }),
      };
      given.set(token, one);
      return one;
    },
    /** Undefined: no path of interactions. */
    handle(call: Call): Reply | undefined {
      const answered = /^\/interactions\/(\d+)\/([^/]+)\/callback$/u.exec(call.path);
      if (answered !== null) return callback(call, answered[1] ?? "", answered[2] ?? "");
      const hook = /^\/webhooks\/(\d+)\/([^/]+)(\/messages\/@original)?$/u.exec(call.path);
      if (hook === null) return undefined;
      if (hook[1] !== application) return error(404, 10_015, "Unknown Webhook");
      return webhook(call, hook[2] ?? "", hook[3] ?? "");
    },
  };
}
