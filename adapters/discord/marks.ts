import {
  ButtonStyle,
  ComponentType,
  type APIComponentInMessageActionRow,
  type APIMessage,
  type APIMessageTopLevelComponent,
} from "discord.js";
import { buttonId, parseButtonId, type Vote } from "../../src/index.ts";
import { body, button, type Body } from "./components.ts";

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

/**
 * The message as it was, with a mark on the button that was pressed and, after a thumbs-down, a button to say what was
 * wrong. Discord hands the message back with the press, so nothing is asked or drawn anew.
 */
export function marked(message: APIMessage, pressed: string, vote: Vote): Body {
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
