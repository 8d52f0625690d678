import { canRead, isPlatformLabel, PUBLIC } from "../access.ts";
import { closest } from "../knowledge/closest.ts";
import { code, paragraph } from "../own-blocks.ts";
import type { Words } from "../own-blocks.ts";
import type { Actor, AdminReply, KnowledgeBase } from "../ports.ts";
import type { Block, PageAccess } from "../types.ts";
import { readablePages, refusal, reply } from "./command.ts";
import type { Command } from "./command.ts";
import { personIn } from "./person-named.ts";

export interface CanSeeParts {
  readonly knowledge: Pick<KnowledgeBase, "snapshot">;
  /** What a platform vouches for about somebody: `slack:U1`, `discord:123`; undefined: it does not know them, or cannot be asked. */
  readonly labelsOf: (person: string) => Promise<readonly string[] | undefined>;
}

const USAGE = "can-see WHO PAGE";
const HOW =
  "WHO is a member id (U0123ABCD, a Discord user's number), labels parted by commas (slack:group:S0123ABCD,discord:role:123), or everybody.";

/** Whether somebody may read a page, and which rule decides. */
export function canSeeCommand({ knowledge, labelsOf }: CanSeeParts): Command {
  async function labelsFor(who: string, actor: Actor): Promise<readonly string[] | AdminReply> {
    if (/^@?(?:everybody|everyone|anybody|public)$/iu.test(who)) return [];
    const labels = who.split(",");
    if (labels.every(isPlatformLabel)) return labels;
    const person = personIn(who, actor.from);
    if (person === undefined) return refusal(`That names nobody by an id. ${HOW}`, "usage");
    const known = await labelsOf(person);
    if (known !== undefined) return known;
    const name = person.startsWith("slack:") ? "Slack" : "Discord";
    return refusal(
      `${name} does not say who that is: it does not know the id, or is not connected here. Labels can be given instead. ${HOW}`,
      "unknown-person",
    );
  }

  /** What the actor may not read is not there, whatever they ask about it. */
  async function accessFor(page: string, actor: Actor): Promise<PageAccess | AdminReply> {
    const access = await knowledge.snapshot.access(page);
    const visible = await readablePages(knowledge.snapshot, actor);
    if (access !== undefined && visible(page)) return access;
    const topics = await knowledge.snapshot.topics(actor.asker);
    const paths = topics.flatMap((topic) => topic.pages.map(({ path }) => path));
    const meant = closest(page, paths);
    const hint = meant === undefined ? "Name it as citations do: it/vpn.md" : `Is it ${meant}?`;
    return refusal(`There is no page ${page.slice(0, 200)} that you may read. ${hint}`, "usage");
  }

  return {
    name: "can-see",
    usage: USAGE,
    summary: "whether somebody may read a page, and which rule decides",
    for: "admins",
    audited: () => undefined,
    async run(args, actor) {
      const [, who, page] = /^(\S+)\s+(\S.*)$/u.exec(args) ?? [];
      if (who === undefined || page === undefined) {
        return refusal(`Say who and which page: ${USAGE}. ${HOW}`, "usage");
      }
      const labels = await labelsFor(who, actor);
      if ("ok" in labels) return labels;
      const access = await accessFor(page.trim(), actor);
      if ("ok" in access) return access;
      return verdict(access, labels, who);
    },
  };
}

function verdict(access: PageAccess, labels: readonly string[], who: string): AdminReply {
  const { page, declared, audience, rule } = access;
  const through = audience.filter((label) => label === PUBLIC || labels.includes(label));
  const may = canRead(access, { labels });
  const open = audience.includes(PUBLIC);
  const body = [
    paragraph(
      may ? "Yes: " : "No: ",
      code(page),
      ...(open
        ? [" is for everybody"]
        : audience.length === 0
          ? [" is for nobody, because who may read it cannot be read"]
          : [" is for ", code(declared.join(", "))]),
      ...by(rule),
      ...(may && !open ? [", and ", code(who), " has ", code(through.join(", "))] : []),
      ".",
    ),
    ...(open || audience.length === 0 ? [] : [why(access, labels, may)]),
  ];
  return reply(body, { page, who, may, rule, declared, audience, labels, through });
}

function by(rule: PageAccess["rule"]): readonly Words[] {
  switch (rule.kind) {
    case "default":
      return [": no rule says otherwise"];
    case "front-matter":
      return [` (its own front matter, line ${rule.line})`];
    case "folder":
      return [" (", code(`${rule.file}:${rule.line}`), ")"];
  }
}

function why({ audience }: PageAccess, labels: readonly string[], may: boolean): Block {
  if (may) {
    return paragraph(
      "In a channel it is answered only where everybody who reads along may read it, which takes a label of the channel, its workspace or its server.",
    );
  }
  return paragraph(
    "It takes one of ",
    code(audience.join(", ")),
    labels.length === 0 ? "." : ", and there is only ",
    ...(labels.length === 0 ? [] : [code(labels.join(", ")), "."]),
  );
}
