import { expect, test } from "vitest";
import { admin, openAdministration, shell } from "./support/open-administration.ts";

test("problems come with place and remedy; those of pages one may not read only as a number", async () => {
  const { say } = openAdministration();
  const own = await say("problems");
  expect(own).toContain("it/vpn.md:4 front matter: reviewd is not known. Did you mean reviewed?");
  expect(own).not.toContain("hr/pay.md");
  expect(own).toContain("1 more in pages that you may not read.");
  expect(await say("problems", shell)).toContain("hr/pay.md");
});

test("gaps are listed, drafted and decided on, and decisions are written down", async () => {
  const { say, ask, administration, audit, clock } = openAdministration();
  expect(await say("gaps")).toBe("No open gaps.");
  await ask("parental leave in Spain", "p1");
  await clock.advance(1_000);
  await ask("Spain parental leave?", "p2");
  await ask("vpn on linux", "p3");
  expect(await say("gaps")).toBe(
    [
      "2 gaps, heaviest first:",
      "- #1 · 2 people · Spain parental leave? (also: parental leave in Spain)\n- #2 · 1 person · vpn on linux",
    ].join("\n\n"),
  );
  expect((await administration.run("gaps draft 1", admin)).json).toMatchObject({
    path: "drafts/spain-parental-leave.md",
  });
  expect(await say("gaps assign 1 @carol")).toContain("assigned to @carol");
  expect(await say("gaps dismiss #2")).toContain("dismissed");
  expect(await say("gaps")).not.toContain("vpn");
  expect(await say("gaps all")).toContain("vpn");
  expect(await say("gaps open 2")).toContain("vpn on linux");
  expect(await say("gaps assign 1")).toContain("Say whom");
  expect(await say("gaps close 9")).toContain("There is no gap 9");
  expect(await say("gaps draft 9")).toContain("There is no gap 9");
  expect(await say("gaps frob")).toContain("not understood");
  const commands = (await audit.list(100)).map(({ command, outcome }) => `${command} ${outcome}`);
  expect(commands.sort()).toEqual([
    "gaps assign 1 done",
    "gaps assign 1 failed",
    "gaps close 9 failed",
    "gaps dismiss 2 done",
    "gaps open 2 done",
  ]);
});

test("what somebody said about a page is told to who may read it; to others it is one more that asked", async () => {
  const { say, ask, gaps, administration } = openAdministration();
  await ask("pay band", "p1");
  const said = {
    tenant: "slack:T1",
    labels: ["hr"],
    cause: "not-helpful",
    note: "the board",
  } as const;
  await gaps.record({ ...said, text: "pay band of directors?", person: "p2", page: "hr/pay.md" });
  await gaps.record({ ...said, text: "vpn port?", person: "p3", page: "it/vpn.md", note: "which" });
  await gaps.record({ ...said, text: "garden leave?", person: "p4", page: "hr/pay.md" });
  const told = await say("gaps");
  expect(told).toContain("2 people · pay band · the answer did not help 1 person");
  expect(told).toContain("1 person · vpn port?");
  expect(told).toContain("1 person · (about a page that you may not read)");
  const drafts = await Promise.all([1, 2, 3].map((gap) => say(`gaps draft ${gap}`)));
  const { json } = await administration.run("gaps", admin);
  const marked = await say("gaps assign 3 @carol");
  expect([told, marked, ...drafts, JSON.stringify(json)].join()).not.toMatch(
    /directors|garden|board/u,
  );
  expect(await say("gaps", shell)).toMatch(/directors[\s\S]*garden/u);
});

test("what a reload closed by test is told for a week to who was not there, and stays among all", async () => {
  const { say, ask, gaps, clock } = openAdministration();
  await ask("parental leave in Spain");
  await ask("vpn on linux");
  await gaps.closeAnswered(async ({ question }) => question.includes("leave"));
  await say("gaps close 2");
  const news = "Answered since, and closed by test this week: #1 parental leave in Spain";
  expect(await say("gaps")).toBe(`No open gaps.\n\n${news}`);
  await ask("printer broken");
  expect(await say("gaps")).toContain(news);
  const all = await say("gaps all");
  expect(all).toContain("parental leave in Spain · closed by test");
  expect(all).toContain("vpn on linux · closed");
  expect(all).not.toContain(news);
  await clock.advance(7 * 86_400_000);
  expect(await say("gaps")).not.toContain(news);
});

test("why explains with what the admin may read, and the question is written down nowhere", async () => {
  const { say, audit, log } = openAdministration();
  expect(await say("why how does the vpn work?")).toContain("it/vpn.md:1");
  expect(await say("why what is the pay?")).not.toContain("hr/pay.md");
  expect(await say("why")).toContain("Say which question");
  expect(await audit.list(10)).toEqual([]);
  expect(log.text()).not.toContain("vpn");
});

test("a channel's mode is set where one is, and nowhere else", async () => {
  const { say, audit } = openAdministration();
  expect(await say("mode")).toBe("Docent answers here when it is mentioned.");
  expect(await say("mode off")).toBe("Docent does not answer here.");
  expect(await say("mode")).toBe("Docent does not answer here.");
  expect(await say("mode toString")).toContain("There are three");
  expect(await say("mode auto", shell)).toContain("This is no channel");
  expect((await audit.list(10)).map(({ command }) => command).sort()).toEqual([
    "mode auto",
    "mode off",
  ]);
});

test("the audit shows who did what, from where, with what outcome", async () => {
  const { say, administration } = openAdministration();
  await say("reload");
  expect(await say("audit")).toContain(
    "2026-11-20 12:00 | slack:T1:ann | reload | done | slack:T1:C1",
  );
  expect(await say("audit lots")).toContain("Say how many");
  expect((await administration.run("audit 1", admin)).json).toMatchObject({
    entries: [{ actor: "slack:T1:ann" }],
  });
});

test("an answer that did not help is a gap, and says so", async () => {
  const { say, gaps } = openAdministration();
  const question = { text: "vpn on linux", tenant: "slack:T1", labels: [] };
  await gaps.record({ ...question, person: "p1", cause: "abstained" });
  await gaps.record({ ...question, person: "p2", cause: "not-helpful", note: "which client?" });
  expect(await say("gaps")).toContain(
    "#1 · 2 people · vpn on linux · the answer did not help 1 person",
  );
});

test("of a long text that was asked the list shows the beginning", async () => {
  const { say, ask } = openAdministration();
  await ask("leave in Spain ".repeat(250), "p1");
  const told = await say("gaps");
  expect(told).toContain("leave in Spain");
  expect(told.length).toBeLessThan(300);
});
