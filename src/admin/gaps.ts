import { draftOf } from "../gap-draft.ts";
import type { Gap, Gaps, MayRead } from "../gaps.ts";
import type { Actor, AdminReply, Clock, KnowledgeBase } from "../ports.ts";
import { code, codeBlock, list, paragraph } from "../own-blocks.ts";
import { readablePages, refusal, reply } from "./command.ts";
import type { Command } from "./command.ts";
import { counted } from "../phrases.ts";
import { shorten } from "../boundary.ts";

export interface GapsCommandParts {
  readonly gaps: Pick<Gaps, "list" | "mark">;
  readonly knowledge: Pick<KnowledgeBase, "snapshot">;
  readonly clock: Pick<Clock, "now">;
}

const SHOWN = 15;
/** A pasted text is recognised by its beginning. */
const LONGEST = 200;
const USAGE = "gaps [all | draft N | assign N WHO | dismiss N | close N | open N]";
const ACTION = /^(draft|assign|dismiss|close|open)\s+#?(\d{1,9})(?:\s+(.{1,200}))?$/su;

/** Who was not there when the knowledge changed hears for so long what that closed. */
const NEWS_MS = 7 * 86_400_000;

export function gapsCommand({ gaps, knowledge, clock }: GapsCommandParts): Command {
  const readable = (actor: Actor): Promise<MayRead> => readablePages(knowledge.snapshot, actor);

  async function show(all: boolean, actor: Actor): Promise<AdminReply> {
    const known = await gaps.list(await readable(actor));
    const listed = known.filter(({ state }) => all || state === "open" || state === "assigned");
    const news = all
      ? []
      : known.filter(({ closedByTestAt: at }) => at !== undefined && clock.now() - at < NEWS_MS);
    const closed = news.length === 0 ? [] : [paragraph(closedText(news))];
    if (listed.length === 0) return reply([paragraph("No open gaps."), ...closed], { gaps: [] });
    const shown = listed.slice(0, SHOWN);
    const rest = listed.length - shown.length;
    return reply(
      [
        paragraph(`${counted(listed.length, "gap")}, heaviest first:`),
        list(shown.map(line)),
        ...(rest > 0 ? [paragraph(`And ${rest} lighter ones.`)] : []),
        ...closed,
      ],
      { gaps: listed },
      shown.slice(0, 3).map(({ number }) => ({
        label: `Draft ${number}`,
        command: `gaps draft ${number}`,
      })),
    );
  }

  async function draft(number: number, actor: Actor): Promise<AdminReply> {
    const gap = (await gaps.list(await readable(actor))).find((one) => one.number === number);
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
      await readable(actor),
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
      if (args === "" || args === "all") return show(args === "all", actor);
      const [, action = "", number = "", who] = ACTION.exec(args) ?? [];
      if (action === "") return refusal(`That is not understood. ${USAGE}`, "usage");
      return action === "draft"
        ? draft(Number(number), actor)
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

function closedText(news: readonly Gap[]): string {
  const named = news
    .slice(0, 5)
    .map(({ number, examples: [first] }) => `#${number} ${shorten(first ?? "", LONGEST)}`);
  const rest = news.length - named.length;
  return `Answered since, and closed by test this week: ${named.join(" · ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function line(gap: Gap): readonly string[] {
  const { number, askers, notHelped, examples, state, assignee, answer } = gap;
  const [first = askers > 0 ? "(about a page that you may not read)" : "(forgotten)", ...others] =
    examples.map((example) => shorten(example, LONGEST));
  const byTest = gap.closedByTestAt !== undefined;
  const also = others.length === 0 ? "" : ` (also: ${others.slice(0, 2).join("; ")})`;
  const more = [
    ...(notHelped > 0 ? [`the answer did not help ${counted(notHelped, "person", "people")}`] : []),
    ...(state === "assigned" ? [`assigned to ${assignee ?? "somebody"}`] : []),
    ...(state === "dismissed" || state === "closed" ? [byTest ? "closed by test" : state] : []),
    ...(answer === undefined ? [] : ["a human has answered"]),
  ];
  return [
    `#${number} · ${counted(askers, "person", "people")} · ${first}${also}${more.map((one) => ` · ${one}`).join("")}`,
  ];
}
