import { renderAdmin } from "../../adapters/slack/administer.ts";
import type { SlackMessage } from "../../adapters/slack/render.ts";
import { admin, nobody, openAdministration } from "../../test/support/open-administration.ts";

export interface AdminReplyDrawn {
  readonly caption: string;
  readonly message: SlackMessage;
}

const LINES = ["help", "status", "reload", "problems", "gaps", "why vpn?", "mode auto", "audit"];

/** What `/docent …` answers, over a small knowledge and at the end of a busy day: each line with what is seen of it. */
export async function adminReplies(): Promise<AdminReplyDrawn[]> {
  const { administration, ask, statistics, replicas, feedback } = openAdministration();
  await ask("parental leave in Spain");
  await ask("VPN on Linux", "dora");
  await replicas.beat({ version: "1.4.0", knowledge: "3f9c2e1abc" });
  for (let vote = 0; vote < 15; vote += 1)
    await feedback.vote({
      tenant: "slack:T1",
      page: "it/vpn.md",
      answer: `a${vote}`,
      person: "p",
      vote: vote < 14 ? "helpful" : "not-helpful",
    });
  for (let question = 0; question < 412; question += 1)
    statistics.record(question < 358 ? "found" : "abstained", question < 400 ? 3 : 18);
  await statistics.flush();

  const tries = [
    ...LINES.map((line) => ({ line, actor: admin, caption: `/docent ${line}` })),
    { line: "status", actor: nobody, caption: "/docent status, by somebody who is no admin" },
  ];
  const drawn: AdminReplyDrawn[] = [];
  // One after the other: the audit tells of those before it.
  for (const { line, actor, caption } of tries)
    drawn.push({ caption, message: renderAdmin(await administration.run(line, actor)) });
  return drawn;
}
