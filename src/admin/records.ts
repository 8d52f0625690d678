import type { Audit } from "../audit.ts";
import type { Privacy } from "../privacy.ts";
import { paragraph, table } from "../own-blocks.ts";
import { refusal, reply } from "./command.ts";
import type { Command } from "./command.ts";
import { figure } from "../phrases.ts";
import { moment } from "./wording.ts";

const SHOWN = 20;
const MOST = 1_000;

/** What is kept about people: the audit, and forgetting. */
export function auditCommand(audit: Pick<Audit, "list">): Command {
  return {
    name: "audit",
    usage: "audit [N]",
    summary: "who did what, the latest first",
    for: "admins",
    audited: () => "audit",
    async run(args) {
      if (!/^\d{0,6}$/u.test(args)) return refusal("Say how many entries: audit 50", "usage");
      const limit = Math.min(MOST, args === "" ? SHOWN : Math.max(1, Number(args)));
      const entries = await audit.list(limit);
      return reply(
        [
          entries.length === 0
            ? paragraph("Nothing was done administratively in the last 180 days.")
            : table(
                ["When (UTC)", "Who", "What", "Outcome", "From"],
                entries.map(({ at, actor, command, outcome, from, place }) => [
                  moment(at),
                  actor,
                  command,
                  outcome,
                  // A place begins with its platform's name.
                  place ?? from,
                ]),
              ),
        ],
        { entries },
      );
    },
  };
}

/** An asker's id, as logs of a platform's own and its profiles name people. */
const SOMEBODY = /^(?:slack:[A-Z0-9]+:[A-Z0-9]+|discord:\d+|http:\S+|shell:local)$/u;

/** For oneself; whoever sits at the machine may forget somebody who has asked for it some other way. */
export function forgetMeCommand(privacy: Pick<Privacy, "forget">): Command {
  return {
    name: "forget-me",
    usage: "forget-me",
    summary: "delete everything Docent knows about you, at once",
    for: "everybody",
    audited: () => "forget-me",
    async run(args, { asker, from }) {
      const other = from === "shell" && args !== "";
      if (other && !SOMEBODY.test(args)) {
        return refusal(
          "Say who by their id: forget-me slack:T0123ABCD:U0123ABCD, or forget-me discord:123",
          "usage",
        );
      }
      const receipt = await privacy.forget(other ? { id: args, labels: [] } : asker);
      const whom = other ? "them" : "you";
      const what = receipt.deleted.map(({ what, count }) => `${what} (${figure(count)})`);
      return reply(
        [
          paragraph(
            receipt.total === 0
              ? `There was nothing about ${whom}.`
              : `Deleted: ${what.join(", ")}. Nothing about ${whom} is left.`,
          ),
        ],
        receipt,
      );
    },
  };
}
