import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { docent } from "../support/command-line.ts";

const WORKFLOW = readFileSync("docs/examples/knowledge-workflow.yml", "utf8");
const PAGE = readFileSync("docs/writing-knowledge.md", "utf8");

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

describe("what authors are told to run", () => {
  it("is a workflow of check, test and diff, with options that there are", async () => {
    const { jobs } = parse(WORKFLOW) as Workflow;
    const runs = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = "" }) => run));
    const calls = runs.flatMap((run) => [...run.matchAll(/\$DOCENT (\w+)(.*)/g)]);
    expect(calls.map(([, command]) => command)).toEqual(["check", "test", "diff"]);
    for (const [, command = "", rest = ""] of calls) {
      const usage = (await docent(["help", command])).out;
      for (const [option] of rest.matchAll(/--[a-z]+/g)) expect(usage).toContain(option);
    }
  });

  it("puts nothing that a pull request says into a script", () => {
    const { jobs } = parse(WORKFLOW) as Workflow;
    const runs = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = "" }) => run));
    expect(runs.filter((run) => run.includes("${{"))).toEqual([]);
  });

  it("is a page that names commands and options that there are", async () => {
    const commands = new Set(
      [...PAGE.matchAll(/\bdocent ([a-z-]+)\b/g)].map(([, name = ""]) => name),
    );
    const { out: overview } = await docent(["help"]);
    for (const name of commands) expect(overview).toMatch(new RegExp(`^  ${name} `, "m"));
    expect([...commands].toSorted()).toEqual(
      expect.arrayContaining(["ask", "chat", "check", "diff", "new", "test", "topics", "why"]),
    );
  });
});
