import type { APIMessage } from "discord.js";
import { HAS_EXPIRED, type Services } from "../../src/index.ts";
import type { Calls } from "./calls.ts";
import type { ChannelPosts } from "./posting.ts";
import { line, type Body } from "./components.ts";
import type { Context } from "./interaction.ts";
import type { Questions } from "./questions.ts";
import type { Responder } from "./respond.ts";
import type { Rights } from "./rights.ts";

export interface PressParts {
  readonly services: Services;
  readonly calls: Calls;
  readonly posts: ChannelPosts;
  readonly questions: Questions;
  readonly rights: Rights;
  readonly escalationChannel: string | undefined;
}

/** A button or a menu that somebody pressed, and the message it stands on. */
export interface Press {
  readonly context: Context;
  readonly customId: string;
  readonly values: readonly string[];
  readonly message: APIMessage;
  readonly responder: Responder;
}

export const EXPIRED = line(HAS_EXPIRED);

/** The first message as the answer, the others after it; "expired" where there is nothing. */
export async function sendAll(
  responder: Responder,
  messages: readonly Body[] | undefined,
): Promise<void> {
  const [first, ...others] = messages ?? [];
  await responder.send(first ?? EXPIRED);
  for (const message of others) await responder.followUp(message);
}
