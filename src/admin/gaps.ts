import { draftOf } from "../gap-draft.ts";
import type { Gap, Gaps } from "../gaps.ts";
import type { Actor, AdminReply } from "../ports.ts";
import { code, codeBlock, list, paragraph } from "../own-blocks.ts";
import { refusal, reply } from "./command.ts";
import type { Command } from "./command.ts";
import { counted } from "../phrases.ts";

const SHOWN = 15;
const USAGE = "gaps [all | draft N | assign N WHO | dismiss N | close N | open N]";
const ACTION = /^(draft|assign|dismiss|close|open)\s+#?(\d{1,9})(?:\s+(.{1,200}))?$/su;

export function gapsCommand(gaps: Pick<Gaps, "list" | "mark">): Command {
  async function show(all: boolean): Promise<AdminReply> {
    const listed = (await gaps.list()).filter(
      ({ state }) => all || state === "open" || state === "assigned",
    );
    if (listed.length === 0) return reply([paragraph("No open gaps.")], { gaps: [] });
    const shown = listed.slice(0, SHOWN);
    const rest = listed.length - shown.length;
    return reply(
      [
        paragraph(`${counted(listed.length, "gap")}, heaviest first:`),
        list(shown.map(line)),
        ...(rest > 0 ? [paragraph(`And ${rest} lighter ones.`)] : []),
      ],
      { gaps: listed },
      shown.slice(0, 3).map(({ number }) => ({
        label: `Draft ${number}`,
        command: `gaps draft ${number}`,
      })),
    );
  }

  async function draft(number: number): Promise<AdminReply> {
    const gap = (await gaps.list()).find((one) => one.number === number);
    if (gap === undefined) return unknown(number);
    const { path, markdown } = draftOf(gap);
    return reply(
      [
        paragraph("A page to begin with, for example ", code(path), ":"),
        codeBlock("markdown", markdown),
      ],
      { number, path, markdown },
      [{ label: "Dismiss", command: `gaps dismiss ${number}` }],
    );
  }

  async function decide(
    action: string,
    number: number,
    who: string | undefined,
    actor: Actor,
  ): Promise<AdminReply> {
    const by = actor.asker.id;
    if (action === "assign" && who === undefined) {
      return refusal(`Say whom to assign it to: gaps assign ${number} WHO`, "usage");
    }
    const gap = await gaps.mark(
      number,
      action === "assign" && who !== undefined
        ? { state: "assigned", to: who.trim(), by }
        : { state: STATES[action] ?? "open", by },
    );
    return gap === undefined ? unknown(number) : reply([list([line(gap)])], { gap });
  }

  return {
    name: "gaps",
    usage: USAGE,
    summary: "what people asked and did not find",
    for: "admins",
    audited(args) {
      const action = ACTION.exec(args);
      return action === null || action[1] === "draft"
        ? undefined
        : `gaps ${action[1]} ${action[2]}`;
    },
    async run(args, actor) {
      if (args === "" || args === "all") return show(args === "all");
      const [, action = "", number = "", who] = ACTION.exec(args) ?? [];
      if (action === "") return refusal(`That is not understood. ${USAGE}`, "usage");
      return action === "draft"
        ? draft(Number(number))
        : decide(action, Number(number), who, actor);
    },
  };
}

const STATES: Readonly<Record<string, "dismissed" | "closed" | "open">> = {
  dismiss: "dismissed",
  close: "closed",
  open: "open",
};

function unknown(number: number): AdminReply {
  return refusal(`There is no gap ${number}: gaps lists those there are.`, "usage");
}

function line(gap: Gap): readonly string[] {
  const { number, askers, notHelped, examples, state, assignee, answer } = gap;
  const [first = "(forgotten)", ...others] = examples;
  const also = others.length === 0 ? "" : ` (also: ${others.slice(0, 2).join("; ")})`;
  const more = [
    ...(notHelped > 0 ? [`the answer did not help ${counted(notHelped, "person", "people")}`] : []),
    ...(state === "assigned" ? [`assigned to ${assignee ?? "somebody"}`] : []),
    ...(state === "dismissed" || state === "closed" ? [state] : []),
    ...(answer === undefined ? [] : ["a human has answered"]),
  ];
  return [
    `#${number} · ${counted(askers, "person", "people")} · ${first}${also}${more.map((one) => ` · ${one}`).join("")}`,
  ];
}
