import { ButtonStyle, type APIButtonComponent } from "discord.js";
import {
  buttonId,
  passageNames,
  type Abstained,
  type AdminReply,
  type Citation,
  type Found,
} from "../../src/index.ts";
import { button, rows, type Row } from "./components.ts";

/** Who sees the message decides what it offers. */
export type View =
  /** Only the asker. */
  | "private"
  /** Everybody in the channel. */
  | "public"
  /** Everybody, and nobody asked for it. */
  | "auto";

export interface Offers {
  readonly view: View;
  /** A channel is configured where humans take questions. */
  readonly escalation: boolean;
}

/** Rows of related passages; more would push the answer off the screen. */
const MAX_RELATED = 3;

export function answerButtons(
  answer: Found,
  offers: Offers & { readonly cut: boolean },
): readonly Row[] {
  const key = answer.id;
  const first: APIButtonComponent[] =
    offers.view === "auto"
      ? [
          button(buttonId("helped", key), "This helped", ButtonStyle.Success),
          button(buttonId("not-it", key), "Not it"),
        ]
      : [
          button(buttonId("helpful", key), "Helpful"),
          button(buttonId("not-helpful", key), "Not helpful"),
        ];
  if (offers.cut) first.push(button(buttonId("all", key), "Show all", ButtonStyle.Primary));
  if (offers.view === "private") first.push(button(buttonId("share", key), "Share"));
  const related = offers.view === "auto" ? [] : relatedButtons(answer.related, key);
  return [...rows(first), ...rows(related)];
}

export function silenceButtons(answer: Abstained, offers: Offers): readonly Row[] {
  const key = answer.id;
  const first: APIButtonComponent[] = [];
  if (answer.didYouMean !== undefined) {
    first.push(button(buttonId("mean", key), answer.didYouMean, ButtonStyle.Primary));
  }
  if (offers.escalation) first.push(button(buttonId("human", key), "Ask a human"));
  first.push(button(buttonId("tell", key), "Tell me when you know"));
  return [...rows(first), ...rows(relatedButtons(answer.related, key))];
}

/** An admin's next steps: the command line travels in the id and is checked anew when it is pressed. */
export function adminButtons(reply: AdminReply): readonly Row[] {
  const steps = reply.next.flatMap(({ label, command }) => {
    const key = Buffer.from(command).toString("base64url");
    return key.length > 64 ? [] : [button(buttonId("admin", key), label)];
  });
  return rows(steps.slice(0, 10));
}

export function commandOf(key: string): string {
  return Buffer.from(key, "base64url").toString("utf8");
}

function relatedButtons(related: readonly Citation[], key: string): readonly APIButtonComponent[] {
  const names = passageNames(related.slice(0, MAX_RELATED));
  return names.map((name, index) => button(buttonId("related", key, index), name));
}
