import { expect, it } from "vitest";
import { buttonLabels, visibleText } from "../../fakes/slack/read-blocks.ts";
import { knowledgeFolder } from "../../support/knowledge-folder.ts";
import { startProgram } from "./program.ts";

const PATIENCE_MS = 60_000;

const page = (title: string, question: string, answer: string, audience = "public"): string =>
  `---
title: ${title}
audience: [${audience}]
questions:
  - ${question}
---
# ${title}

${answer}
`;

const RESET = "How do I reset the VPN token?";
const MERGER = "When does the merger with Globex close?";
const PRINTER = "Where is the colour printer?";
const COFFEE = "Who refills the coffee machine?";
/** They come first among the questions to start with, which are not named a second time. */
const first = ["aa", "ab", "ac", "ad", "ae"].map((topic) => [
  `${topic}/page.md`,
  page(`The ${topic} rule`, `What is the ${topic} rule?`, `The ${topic} rule is short.`),
]);
const PAGES = {
  ...(Object.fromEntries(first) as Record<string, string>),
  "it/vpn.md": page("VPN token", RESET, "Reset the VPN token in the portal, under Security."),
  "it/printer.md": page("Printer", PRINTER, "The colour printer is on the second floor."),
  "office/coffee.md": page("Coffee", COFFEE, "The coffee machine is refilled by the front desk."),
  "board/merger.md": page(
    "Merger",
    MERGER,
    "The merger with Globex closes on 3 March 2027.",
    "slack:group:S1",
  ),
};

it(
  "Home shows what three people or more have asked, to those who may read it, in its author's words and nobody's own",
  async () => {
    const program = await startProgram({
      mode: "socket",
      env: { KNOWLEDGE_SOURCE: knowledgeFolder(PAGES) },
    });
    const { slack, send, event } = program;
    slack.workspace.groups.set("S1", ["U1", "U2", "U3"]);
    const { messages, views } = slack.workspace;
    async function ask(text: string, user: string): Promise<string> {
      const from = messages.length;
      await send(event("message_im", { text, user, channel: `D${user}` }));
      await slack.until(() => messages.length > from);
      return visibleText(messages.at(-1)?.blocks);
    }
    for (const user of ["U1", "U2", "U3"]) {
      expect(await ask("how do I reset my VPN token please", user)).toContain("under Security");
      expect(await ask("when does the merger with Globex close", user)).toContain("3 March 2027");
      expect(await ask("who refills the coffee machine", "U4")).toContain("front desk");
    }
    for (const user of ["U1", "U2"])
      expect(await ask("where is the colour printer", user)).toContain("second floor");

    /** The labels below the headline, as somebody sees their Home. */
    async function popular(user: string): Promise<string[]> {
      await send(event("app_home_opened", { user }));
      await slack.until(() => views.has(user));
      const { blocks } = views.get(user) as { readonly blocks: readonly unknown[] };
      const at = blocks.findIndex((block) => visibleText([block]).startsWith("Asked by many"));
      expect(JSON.stringify(blocks)).not.toContain("please");
      return at < 0 ? [] : buttonLabels([blocks[at + 1]]);
    }
    expect(await popular("U9")).toEqual([RESET]);
    expect(await popular("U1")).toEqual([MERGER, RESET]);
  },
  PATIENCE_MS,
);
