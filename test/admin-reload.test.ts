import { expect, test } from "vitest";
import { DocentError, plainText } from "../src/index.ts";
import { admin, nobody, openAdministration, shell } from "./support/open-administration.ts";

test("reload says what has changed, what is answered now, and what is answered differently", async () => {
  const { administration, ask } = openAdministration();
  await ask("parental leave in Spain");
  const { body, next, json, ok } = await administration.run("reload", admin);
  expect(ok).toBe(true);
  expect(plainText(body).split("\n\n")).toEqual([
    "Reloaded in 0.8 s: 3 pages changed, 1 added · 1,881 passages · 40 of 41 declared questions pass",
    '1 gap now has an answer ("parental leave in Spain") · 2 people were told · 1 recent question is answered differently: reload show · 2 declared questions no longer hold',
  ]);
  expect(next).toEqual([{ label: "Show", command: "reload show" }]);
  expect(json).toMatchObject({ changed: true, ms: 812 });
});

test("reload tells a program all of it, by name, and each actor what they may read of it", async () => {
  const { administration, ask } = openAdministration();
  await ask("parental leave in Spain");
  expect((await administration.run("reload", shell)).json).toMatchObject({
    pages: { added: ["a.md"], changed: ["b.md", "c.md", "d.md"], removed: [] },
    passages: { added: 8, changed: 3, removed: 0 },
    problems: [
      { page: "it/vpn.md", line: 4, remedy: "Did you mean `reviewed`?" },
      { page: "hr/pay.md", line: 4 },
    ],
    declared: {
      total: 41,
      passing: 40,
      nowPassing: [],
      nowFailing: [
        { page: "it/vpn.md", line: 5, text: "What is the VPN?", kind: "answers" },
        { page: "hr/pay.md", line: 5, text: "What is the secret pay?", kind: "answers" },
      ],
    },
    changedAnswers: [{ question: "vpn for [e-mail]?", before: "no-hit", after: "no-hit" }],
    closedGaps: [{ number: 1, question: "parental leave in Spain" }],
    hidden: 0,
  });
  const { json } = await administration.run("reload", admin);
  expect(JSON.stringify(json)).not.toMatch(/hr\/pay|secret pay/u);
  expect(json).toMatchObject({ problems: [{ page: "it/vpn.md" }], hidden: 6 });
});

test("what is different after a reload is shown without addresses, and without pages one may not read", async () => {
  const { say } = openAdministration();
  expect(await say("reload show")).toContain("Nothing was reloaded");
  await say("reload");
  const shown = await say("reload show");
  expect(shown).toMatch(
    /^Knowledge \w{7} was replaced by 3f9c2e1 on \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC\./u,
  );
  expect(shown).toContain("it/vpn.md:5 What is the VPN?");
  expect(shown).toContain("vpn for [e-mail]?");
  expect(shown).not.toContain("secret pay");
  expect(await say("reload show", shell)).toContain("secret pay");
  // Whoever is forgotten may have asked any of it.
  await say("forget-me", nobody);
  expect(await say("reload show")).toContain("Nothing was reloaded");
});

test("a question that many asked, in small letters or capitals, is counted and shown once", async () => {
  const report = await openAdministration().knowledge.reload();
  const [one] = report.changedAnswers;
  const changedAnswers = ["Sick days", "sick days", "sick days", "a taxi"].map((question) => ({
    ...one!,
    question,
  }));
  const { administration, say } = openAdministration({
    reload: async () => ({ ...report, changedAnswers }),
  });
  expect(await say("reload")).toContain("2 recent questions are answered differently");
  const { json } = await administration.run("reload show", admin);
  expect(json).toMatchObject({ changedAnswers: ["Sick days", "a taxi"] });
});

test("a reload that is refused keeps the old knowledge and says page, line and remedy", async () => {
  const { say, audit } = openAdministration({
    reload: () =>
      Promise.reject(
        new DocentError("knowledge-rejected", "it/vpn.md:4 `reviewd` is not known", {
          remedy: "Did you mean `reviewed`?",
        }),
      ),
  });
  expect(await say("reload")).toBe(
    "Not reloaded, the old knowledge stays: it/vpn.md:4 `reviewd` is not known. Did you mean `reviewed`?",
  );
  expect(await audit.list(1)).toMatchObject([{ command: "reload", outcome: "failed" }]);
});

test("a failure nobody expected has an id that the log has", async () => {
  const { say, log } = openAdministration({
    reload: () => Promise.reject(new Error("worker died")),
  });
  const said = await say("reload");
  const [, id = "?"] = /\(id ([\w-]+)\)/u.exec(said) ?? [];
  expect(log.text()).toContain(id);
  expect(log.text()).toContain("worker died");
});

test("rollback goes back, and lists what there is to go back to", async () => {
  const { say, calls } = openAdministration();
  expect(await say("rollback abc")).toContain("Back to 3f9c2e1 in 0.8 s");
  await say("rollback");
  expect(calls).toEqual(["rollback abc", "rollback "]);
  expect(await say("rollback list")).toContain("3f9c2e1abc since 2026-11-20 11:48");
});
