import fc from "fast-check";
import { expect, test } from "vitest";
import { DocentError, plainText } from "../src/index.ts";
import type { Actor, KnowledgeBase } from "../src/index.ts";
import type { FakeClock } from "./fakes/clock.ts";
import { person } from "./fakes/person.ts";
import { snapshotOf } from "./support/build-snapshot.ts";
import { knowledgeUnderTest } from "./support/knowledge.ts";
import { admin, openAdministration } from "./support/open-administration.ts";
import {
  asideOf,
  FORMS,
  GROUPS,
  OPEN,
  pageOf,
  question,
  restricted,
  SECRETS,
} from "./support/secret-pages.ts";

const LINES = [
  "status",
  "problems",
  "reload",
  "reload show",
  "rollback list",
  "gaps",
  "gaps all",
  "gaps draft 1",
  "audit",
  "help",
  "can-see UIT far/closed.md",
  "can-see everybody far/close.md",
  "can-see UIT far",
  "rollback",
  "rollback nonsense",
  "status",
];

type Told = ReturnType<typeof openAdministration>["administration"];

/** Says all of it, and finds nothing in the replies that the admin has not said themselves. */
async function expectSilence(
  administration: Told,
  lines: readonly string[],
  typed: string,
  clock?: FakeClock,
): Promise<void> {
  const untold = [...SECRETS, ...FORMS].filter((word) => !typed.toLowerCase().includes(word));
  for (const line of lines) {
    const running = administration.run(line, admin);
    await clock?.advance(60_000);
    const { body, json, next } = await running;
    const shown = `${plainText(body)} ${JSON.stringify([json, next])}`.toLowerCase();
    expect([line, untold.filter((word) => shown.includes(word))]).toEqual([line, []]);
    expect(shown).not.toContain("tomorrow");
    if (!line.includes("closed.md")) expect(shown).not.toContain("closed.md");
  }
}

/** Knowledge that has nothing to reload. */
const openKnowledge: Omit<KnowledgeBase, "snapshot"> = {
  reload: () => Promise.reject(new DocentError("source-failed", "Gone", { remedy: "Wait." })),
  rollback: () => Promise.reject(new DocentError("usage", "There is none", { remedy: "Wait." })),
  versions: async () => [],
  health: () => ({ state: "ok" }),
};

test("nothing that an admin in a chat is told holds a word of a page they may not read", () =>
  fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(SECRETS, { minLength: 4 }),
      restricted,
      fc.array(question, { minLength: 1, maxLength: 3 }),
      async (secrets, rule, questions) => {
        const { audience, folder } = { audience: undefined, folder: undefined, ...rule };
        const snapshot = snapshotOf(
          {
            "far/closed.md": pageOf(secrets, audience, "tomorrow") + asideOf(secrets),
            "open.md": pageOf(OPEN, "[public]", "today"),
            ...(folder === undefined ? {} : { "far/_access.yaml": folder }),
          },
          { groups: GROUPS },
        );
        const { administration, gaps } = openAdministration({
          knowledge: { ...openKnowledge, snapshot },
        });
        for (const [index, text] of [`${secrets[0]} and ${secrets[1]}`, "canteen"].entries()) {
          const page = index === 0 ? "far/closed.md" : "open.md";
          const said = {
            cause: "not-helpful",
            note: text,
            tenant: "slack:T1",
            labels: [],
          } as const;
          await gaps.record({ ...said, text, page, person: `p${index}` });
        }
        const lines = [...LINES, ...questions.map((text) => `why ${text}`)];
        await expectSilence(administration, lines, questions.join(" "));
      },
    ),
    { numRuns: 40 },
  ));

const CLOSED = "[slack:group:S1]";
const insider: Actor = { ...admin, asker: person("hr", ["slack:group:S1"]) };

test("nor does what an admin is told of a reload: done, refused, undone, or followed by gaps that are closed", () =>
  fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(SECRETS, { minLength: 6 }),
      fc.constantFrom("", "\nreviewd: now\n", "\naudience: [\n", "unfinished"),
      fc.constantFrom({}, { strict: true }, { gate: true }),
      fc.boolean(),
      async (secrets, fault, policy, open) => {
        const asked = `What is ${secrets[1]} good for?`;
        const before = {
          "far/closed.md": pageOf(secrets, CLOSED, "tomorrow"),
          "open.md": pageOf(OPEN, "[public]", "today"),
        };
        // Somebody who may read it has asked it of late, and somebody a question that has an answer now.
        const { knowledge, source, clock } = knowledgeUnderTest(before, {
          ...policy,
          recent: async () => [
            { question: asked, labels: insider.asker.labels },
            { question: `What is the ${secrets[0]}?`, labels: insider.asker.labels },
          ],
          gaps: async () => [{ question: "vacation?", labels: insider.asker.labels }],
        });
        await knowledge.start();
        const later = pageOf([...secrets].reverse(), CLOSED, "tomorrow").replace(
          "---\n",
          `---${fault === "unfinished" ? "\n" : fault || "\n"}`,
        );
        const { administration, ask } = openAdministration({ knowledge });
        await ask("parental leave in Spain");
        source.write(
          {
            "far/closed.md": open ? later : `${later}\n[gone](${secrets[2]}.md)\n`,
            "open.md": before["open.md"],
            ...(open ? { "far/more.md": pageOf(secrets, CLOSED, "tomorrow") } : {}),
          },
          fault === "unfinished"
            ? [
                {
                  page: "far/closed.md",
                  line: 3,
                  severity: "error",
                  code: "file-changing",
                  message: `The ${secrets[0]} was being written`,
                  remedy: "Wait.",
                  audience: ["slack:group:S1"],
                },
              ]
            : [],
        );
        await expectSilence(administration, LINES, "", clock);
      },
    ),
    { numRuns: 40 },
  ));

test("who may read them is told of the same reload what is different", async () => {
  const asked = `What is ${SECRETS[0]} good for?`;
  const page = (fact: string): string =>
    `---\naudience: ${CLOSED}\nquestions:\n  - ${asked}\n---\n# ${SECRETS[0]}\n\nThe ${SECRETS[0]} is good for ${fact}.\n`;
  const open = { "open.md": pageOf(OPEN, "[public]", "today") };
  const { knowledge, source } = knowledgeUnderTest(
    { ...open, "closed.md": page("tea") },
    { recent: async () => [{ question: asked, labels: insider.asker.labels }] },
  );
  await knowledge.start();
  const { say } = openAdministration({ knowledge });
  source.write({ ...open, "closed.md": page("coffee") });
  expect(await say("reload", insider)).toContain("1 recent question is answered differently");
  expect(await say("reload show", insider)).toContain(asked);
  expect(await say("reload show")).toMatch(
    /^Knowledge \w{7} was replaced by \w{7} on [\d -:]{16} UTC\.\n\n1 more in pages that you may not read\.$/u,
  );
});
