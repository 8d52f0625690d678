import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { DocentError } from "../../src/errors.ts";
import { abstained } from "../support/answers.ts";
import { docent } from "../support/command-line.ts";
import { SENIOR } from "../support/fake-assistant.ts";

const folder = mkdtempSync(join(tmpdir(), "docent-"));
afterAll(() => rmSync(folder, { recursive: true }));

const KNOWS = {
  answers: { pay: SENIOR, kanbn: abstained({ reason: "low-confidence", didYouMean: "kanban" }) },
};

function parsed(out: string): Record<string, unknown>[] {
  return out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("docent ask --json", () => {
  it("prints a found answer as one line", async () => {
    const { code, out } = await docent(["ask", "--json", "pay"], KNOWS);
    expect(code).toBe(0);
    expect(out.indexOf("\n")).toBe(out.length - 1);
    expect(parsed(out)).toEqual([
      {
        kind: "found",
        text: "Senior: ₹18–35+ lakh a year (backend developers in India)\n\nLevel | Pay, lakh ₹ a year\nSenior | 18–35+",
        confidence: 0.9,
        reason: null,
        citations: [
          {
            page: "careers/salaries.md",
            lines: [31, 34],
            headings: ["Salaries", "India"],
            snippet: "Senior: ₹18–35+ lakh a year",
          },
        ],
        related: [{ page: "careers/pay.md", headings: ["Pay", "Pay by region"] }],
        didYouMean: null,
        version: "v1",
        ms: 0.75,
      },
    ]);
  });

  it("prints a silence with its reason and what was probably meant, under the same keys", async () => {
    const { out } = await docent(["ask", "--json", "kanbn"], KNOWS);
    const [line = {}] = parsed(out);
    expect(line).toMatchObject({
      kind: "abstained",
      text: "I don't know: nothing in the knowledge answers that.",
      confidence: 0.2,
      reason: "low-confidence",
      citations: [],
      didYouMean: "kanban",
    });
    const found = parsed((await docent(["ask", "--json", "pay"], KNOWS)).out)[0] ?? {};
    expect(Object.keys(line)).toEqual(Object.keys(found));
  });

  it("prints a line for each question of a thread", async () => {
    const { out, assistant } = await docent(["ask", "--json", "--thread", "pay", "kanbn"], KNOWS);
    expect(parsed(out).map(({ kind }) => kind)).toEqual(["found", "abstained"]);
    expect(assistant.asked.every(({ conversation }) => conversation === "shell:random")).toBe(true);
  });
});

describe("docent ask --batch", () => {
  it("answers a question a line, in order, an empty line too", async () => {
    const file = join(folder, "questions.txt");
    writeFileSync(file, "\uFEFFpay\r\n\nkanbn");
    const { code, out, assistant } = await docent(["ask", "--batch", file], KNOWS);
    expect(code).toBe(0);
    expect(parsed(out).map(({ kind }) => kind)).toEqual(["found", "abstained", "abstained"]);
    expect(assistant.asked.map(({ text }) => text)).toEqual(["pay", "", "kanbn"]);
    expect(assistant.asked.every((query) => query.conversation === undefined)).toBe(true);
  });

  it("reads the standard input as -", async () => {
    const { out } = await docent(["ask", "--json", "--batch", "-"], {
      ...KNOWS,
      input: "pay\npay\n",
    });
    expect(parsed(out)).toHaveLength(2);
  });

  it("keeps the order of ten thousand questions", async () => {
    const questions = Array.from({ length: 10_000 }, (_, index) => `question ${index}`);
    const { out, assistant } = await docent(["ask", "--batch", "-"], {
      input: questions.join("\n"),
    });
    expect(assistant.asked.map(({ text }) => text)).toEqual(questions);
    expect(out.split("\n")).toHaveLength(10_001);
  });

  it("exits 1 where the file cannot be read", async () => {
    const { code, out, errors, closed } = await docent([
      "ask",
      "--batch",
      join(folder, "missing.txt"),
    ]);
    expect([code, out, closed]).toEqual([1, "", true]);
    expect(errors).toMatch(/^The batch cannot be read: .*missing\.txt.*Give a readable text file/);
  });

  it("names the line where Docent itself failed, after the answers before it", async () => {
    const failure = new DocentError("snapshot-failed", "the index is gone", { remedy: "Reload." });
    const { code, out, errors } = await docent(["ask", "--batch", "-"], {
      ...KNOWS,
      failures: { broken: failure },
      input: "pay\nbroken\npay\n",
    });
    expect(code).toBe(1);
    expect(parsed(out)).toHaveLength(1);
    expect(errors).toBe("Question 2 of the batch failed: the index is gone. Reload.\n");
  });

  it("ends quietly when its reader has seen enough", async () => {
    const stdout = new Writable({
      write: (_piece, _encoding, done) =>
        done(Object.assign(new Error("EPIPE"), { code: "EPIPE" })),
    });
    const input = "pay\n".repeat(1_000);
    const { code, errors, assistant } = await docent(["ask", "--batch", "-"], {
      ...KNOWS,
      input,
      world: { stdout },
    });
    expect([code, errors]).toEqual([0, ""]);
    expect(assistant.asked.length).toBeLessThan(1_000);
  });
});
