import {
  ButtonStyle,
  ComponentType,
  type APIComponentInMessageActionRow,
  type APIMessage,
  type APIMessageTopLevelComponent,
} from "discord.js";
import { buttonId, parseButtonId, type ButtonId, type Vote } from "../../src/index.ts";
import { privateAsker } from "./audience.ts";
import { body, button, line, type Body } from "./components.ts";
import { EXPIRED, type Press, type PressParts } from "./press.ts";

const VOTES: Readonly<Record<string, string>> = {
  helpful: "Helpful",
  "not-helpful": "Not helpful",
  helped: "This helped",
};

const ACT_OF: Readonly<Record<string, Vote>> = {
  helpful: "helpful",
  helped: "helpful",
  "not-helpful": "not-helpful",
  "not-it": "not-helpful",
};

/** The vote that a button stands for. */
export function voteOf(act: string): Vote | undefined {
  return ACT_OF[act];
}

const NOT_YOURS = line("Only who opened this thread can say that.");

/** A vote: counted, and marked on the button that was pressed. Below an automatic answer only the thread's author has one. */
export async function vote(
  { context, customId, message, responder }: Press,
  id: ButtonId,
  given: Vote,
  parts: PressParts,
): Promise<void> {
  const automatic = id.act === "helped" || id.act === "not-it";
  if (automatic && context.threadOwner !== context.person.user) return responder.send(NOT_YOURS);
  const asker = privateAsker(context.person, context.place);
  const later: (() => Promise<void>)[] = [];
  const { assistant } = parts.services;
  const kept = await assistant.rate(id.key, asker, given, undefined, (notes) => {
    later.push(notes);
  });
  if (!kept) return responder.send(EXPIRED);
  const leaves = id.act === "not-it";
  try {
    await responder.update(
      leaves ? line("-# I leave this one to people.") : marked(message, customId, given),
    );
  } finally {
    for (const notes of later) await notes();
  }
}

/**
 * The message as it was, with a mark on the button that was pressed and, after a thumbs-down, a button to say what was
 * wrong. Discord hands the message back with the press, so nothing is asked or drawn anew.
 */
function marked(message: APIMessage, pressed: string, vote: Vote): Body {
  const drawn = (message.components ?? []).map((component): APIMessageTopLevelComponent => {
    if (component.type !== ComponentType.ActionRow) return component;
    const key = voteKey(component.components);
    if (key === undefined) return component;
    const kept = component.components.flatMap((one): APIComponentInMessageActionRow[] => {
      if (one.type !== ComponentType.Button || !("custom_id" in one)) return [one];
      const id = parseButtonId(one.custom_id);
      if (id === undefined || id.act === "wrong") return [];
      const name = VOTES[id.act];
      if (name === undefined) return [one];
      const chosen = one.custom_id === pressed;
      return [
        button(
          one.custom_id,
          chosen ? `${name} ✓` : name,
          chosen ? ButtonStyle.Success : ButtonStyle.Secondary,
        ),
      ];
    });
    const wrong =
      vote === "not-helpful" && kept.length < 5
        ? [button(buttonId("wrong", key), "What was wrong?")]
        : [];
    return { ...component, components: [...kept, ...wrong] };
  });
  return body(drawn);
}

/** The answer that a row of votes belongs to; undefined for other rows. */
function voteKey(components: readonly { readonly type: number }[]): string | undefined {
  for (const one of components) {
    if (!("custom_id" in one) || typeof one.custom_id !== "string") continue;
    const id = parseButtonId(one.custom_id);
    if (id !== undefined && id.act in VOTES) return id.key;
  }
  return undefined;
}
