import type { BestEffort } from "../best-effort.ts";
import type { Feedback } from "../feedback.ts";
import type { Gaps } from "../gaps.ts";
import type { Clock, KnowledgeBase, Store } from "../ports.ts";
import type { Replica, Replicas } from "../replicas.ts";
import type { Statistics } from "../statistics.ts";
import type { Health } from "../types.ts";
import { code, paragraph } from "../own-blocks.ts";
import { readablePages, reply } from "./command.ts";
import type { Command } from "./command.ts";
import { counted, figure } from "../phrases.ts";
import { age, share } from "./wording.ts";

export interface StatusParts {
  readonly about: {
    readonly version: string;
    readonly commit?: string;
    /** What it keeps its state in: `sqlite`, `redis`, … */
    readonly store?: string;
  };
  readonly knowledge: Pick<KnowledgeBase, "snapshot" | "versions" | "health">;
  readonly store: Pick<Store, "health">;
  /** `slack`, `discord`, … as they are now. */
  readonly platforms: () => readonly { readonly name: string; readonly health: Health }[];
  readonly replicas: Pick<Replicas, "list">;
  readonly statistics: Pick<Statistics, "today">;
  readonly feedback: Pick<Feedback, "tally">;
  readonly gaps: Pick<Gaps, "list">;
  readonly clock: Clock;
  readonly attempt: BestEffort;
}

/** On one screen; what the store cannot tell at the moment is left out, and the rest is there. */
export function statusCommand(parts: StatusParts): Command {
  const { about, knowledge, store, platforms, clock, attempt } = parts;
  return {
    name: "status",
    usage: "status",
    summary: "how Docent is",
    for: "admins",
    audited: () => undefined,
    async run(_, actor) {
      const { facts } = knowledge.snapshot;
      const mayRead = await readablePages(knowledge.snapshot, actor);
      const [versions, replicas, today, tally, gaps] = await Promise.all([
        attempt("status", [], () => knowledge.versions()),
        attempt("status", [], () => parts.replicas.list()),
        attempt("status", undefined, () => parts.statistics.today()),
        attempt("status", undefined, () => parts.feedback.tally()),
        attempt("status", undefined, () => parts.gaps.list()),
      ]);
      const servingSince = versions.find((kept) => kept.version === facts.version)?.at;
      const ageMs = servingSince === undefined ? undefined : clock.now() - servingSince;
      const open = gaps?.filter(({ state }) => state === "open" || state === "assigned").length;
      const votes = tally === undefined ? 0 : tally.helpful + tally.notHelpful;
      const states = [
        ...platforms().map(({ name, health }) => [name, health] as const),
        ["knowledge", knowledge.health()] as const,
        ["store", store.health()] as const,
      ];
      const engine = about.store === undefined ? "store" : `store ${about.store}`;
      const shown = states
        // The line above has told of knowledge that is well.
        .filter(([name, { state, note }]) => name !== "knowledge" || state !== "ok" || note)
        .map(([name, health]) => stateText(name === "store" ? engine : name, health));

      const origin = [
        ...(facts.revision === undefined ? [] : [`commit ${facts.revision.slice(0, 7)}`]),
        ...(ageMs === undefined ? [] : [`${age(ageMs)} old`]),
      ];
      const knowledgeLine = [
        origin.length === 0 ? "" : ` (${origin.join(", ")})`,
        ` · ${counted(facts.pages, "page")}, ${counted(facts.passages, "passage")}, `,
        counted(facts.problems.length, "problem"),
      ].join("");
      const commit = about.commit === undefined ? "" : ` (${about.commit.slice(0, 7)})`;
      const body = [
        paragraph(
          `Docent ${about.version}${commit} · knowledge `,
          code(facts.version.slice(0, 7)),
          knowledgeLine,
        ),
        paragraph([...shown, replicaText(replicas)].join(" · ")),
        paragraph(
          today === undefined
            ? "The store does not answer: how today went is not known."
            : [
                `Today ${counted(today.questions, "question")}`,
                ...(today.questions === 0
                  ? []
                  : [`${share(today.answered, today.questions)} answered`]),
                ...(votes === 0 ? [] : [`${share(tally?.helpful ?? 0, votes)} of votes helpful`]),
                ...(today.questions === 0
                  ? []
                  : [`p50 ${figure(today.p50)} ms, p99 ${figure(today.p99)} ms`]),
                ...(open === undefined ? [] : [counted(open, "open gap")]),
              ].join(" · "),
        ),
      ];
      const json = {
        version: about.version,
        commit: about.commit,
        store: about.store,
        knowledge: { ...facts, problems: facts.problems.length, ageMs },
        health: Object.fromEntries(states),
        replicas,
        today,
        votes: tally && { ...tally, pages: tally.pages.filter(({ page }) => mayRead(page)) },
        openGaps: open,
      };
      return reply(body, json, [
        { label: "Reload", command: "reload" },
        { label: "Problems", command: "problems" },
        { label: "Gaps", command: "gaps" },
      ]);
    },
  };
}

function stateText(name: string, { state, note }: Health): string {
  return note === undefined ? `${titled(name)} ${state}` : `${titled(name)} ${state} (${note})`;
}

function titled(name: string): string {
  return /^(?:slack|discord)\b/u.test(name) ? name[0]?.toUpperCase() + name.slice(1) : name;
}

/** How many there are, whether they serve the same, and what is not well with any of them. */
function replicaText(replicas: readonly Replica[]): string {
  if (replicas.length <= 1) return `replicas ${replicas.length}`;
  const states = new Set(
    replicas.map(({ version, knowledge }) => `${version} with ${knowledge.slice(0, 7)}`),
  );
  const unwell = new Map<string, number>();
  for (const state of replicas.flatMap((replica) => replica.unwell)) {
    unwell.set(state, (unwell.get(state) ?? 0) + 1);
  }
  return [
    states.size === 1
      ? `replicas ${replicas.length}, same version`
      : `replicas ${replicas.length}: ${[...states].join(", ")}`,
    ...[...unwell].map(([state, count]) => `${titled(state)} on ${count} of them`),
  ].join(", ");
}
