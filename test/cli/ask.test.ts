import { describe, expect, it } from "vitest";
import { DocentError } from "../../src/errors.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { docent } from "../support/command-line.ts";
import { SENIOR } from "../support/fake-assistant.ts";
import { createPaper } from "../support/streams.ts";

const KNOWS = { answers: { "senior pay in india": SENIOR } };

describe("docent ask", () => {
  it("prints the answer with where it stands and exits 0", async () => {
    const { code, out, errors, closed } = await docent(["ask", "senior pay in india"], KNOWS);
    expect([code, errors, closed]).toEqual([0, "", true]);
    expect(out).toMatch(
      /^Senior: ₹18–35\+ lakh a year .*knowledge\/careers\/salaries\.md:31-34 · Salaries › India/su,
    );
    expect(out).toMatch(/\n$/);
  });

  it("says that it does not know and exits 0", async () => {
    const { code, out } = await docent(["ask", "who won?"]);
    expect([code, out]).toEqual([0, "I don't know: nothing in the knowledge answers that.\n"]);
  });

  it("takes the words of a question without quotes, and what begins with a dash after --", async () => {
    expect((await docent(["ask", "senior", "pay", "in", "india"], KNOWS)).out).toContain("Senior");
    const { assistant } = await docent(["ask", "--", "--help", "me"]);
    expect(assistant.asked[0]?.text).toBe("--help me");
  });

  it("asks nothing before: each question stands alone", async () => {
    const { assistant } = await docent(["ask", "x"]);
    expect(assistant.asked[0]).not.toHaveProperty("conversation");
  });

  it("--knowledge takes another folder, and cites by its name", async () => {
    const { out, builtFrom } = await docent(
      ["ask", "--knowledge", "./other/", "senior pay in india"],
      KNOWS,
    );
    expect(builtFrom).toBe("./other/");
    expect(out).toContain("\nother/careers/salaries.md:31-34");
  });

  it("--thread asks all in one conversation, each answer below its question", async () => {
    const { out, assistant } = await docent(
      ["ask", "--thread", "senior pay in india", "and an architect?"],
      KNOWS,
    );
    expect(out).toMatch(
      /^› senior pay in india\n\nSenior.*\n\n› and an architect\?\n\nI don't know/su,
    );
    expect(assistant.asked.map(({ conversation }) => conversation)).toEqual([
      "shell:random",
      "shell:random",
    ]);
  });

  it("draws tables to the width of a terminal, with colour only there", async () => {
    const terminal = createPaper({ isTTY: true, columns: 30 });
    await docent(["ask", "senior pay in india"], { ...KNOWS, world: { stdout: terminal } });
    expect(terminal.text).toContain("\u001B[1mSenior: ₹18–35+ lakh a year\u001B[22m\n");
    const plain = createPaper({ isTTY: true, columns: 30 });
    await docent(["ask", "senior pay in india"], {
      ...KNOWS,
      world: { stdout: plain, env: { NO_COLOR: "1" } },
    });
    expect(plain.text).not.toContain("\u001B");
  });

  it.each([
    [[], "There is no question"],
    [["--batch", "x", "a question"], "--batch takes its questions from the file alone"],
    [["--batch", "x", "--thread"], "--batch takes its questions from the file alone"],
    [["--jsno", "x"], "Unknown option '--jsno'"],
    [["--knowledge"], "argument missing"],
  ])("%j is a wrong call: the usage on stderr, exit 2", async (args, message) => {
    const { code, out, errors, builtFrom } = await docent(["ask", ...args]);
    expect([code, out, builtFrom]).toEqual([2, "", undefined]);
    expect(errors).toContain(message);
    expect(errors).toContain("docent ask [--knowledge DIR]");
  });

  it("exits 1 where Docent itself fails, and still closes", async () => {
    const failure = new DocentError("snapshot-failed", "The index is gone", { remedy: "Reload." });
    const { code, out, errors, closed } = await docent(["ask", "x"], { failures: { x: failure } });
    expect([code, out, errors, closed]).toEqual([1, "", "The index is gone. Reload.\n", true]);
  });

  describe("where pages are broken", () => {
    const problem = (page: string, severity: "error" | "warning", code = "unknown-key") => ({
      page,
      line: 4,
      severity,
      code,
      message: "`reviewd` is not known",
      remedy: "Did you mean `reviewed`?",
    });

    it("names no line where the whole file is meant", async () => {
      const problems = [{ ...problem("f.md", "error"), line: 0 }];
      const { errors } = await docent(["ask", "senior pay in india"], { ...KNOWS, problems });
      expect(errors).toMatch(/^error: f\.md: `reviewd`/u);
    });

    it("tells errors on stderr and counts the rest, and answers from the other pages", async () => {
      const problems = ["a", "b", "f"].map((name) =>
        problem(`${name}.md`, name === "f" ? "error" : "warning"),
      );
      const call = { ...KNOWS, problems };
      const { code, out, errors } = await docent(["ask", "senior pay in india"], call);
      expect([code, out.slice(0, 6)]).toEqual([0, "Senior"]);
      expect(errors).toBe(
        "error: f.md:4: `reviewd` is not known. Did you mean `reviewed`?\n2 more problems in the knowledge; `docent check` shows them.\n",
      );
    });

    it("says one line where no page is kept out, with the folder to check", async () => {
      const call = { ...KNOWS, problems: [problem("a.md", "warning")] };
      const asked = await docent(["ask", "--knowledge", "our wiki", "x"], call);
      expect(asked.errors).toBe(
        "1 problem in the knowledge; `docent check 'our wiki'` shows it.\n",
      );
    });

    it("tells no more than five errors", async () => {
      const problems = Array.from({ length: 7 }, (_, at) => problem(`${at}.md`, "error"));
      const { errors } = await docent(["ask", "x"], { ...KNOWS, problems });
      expect(errors.split("\n").slice(4)).toEqual([
        expect.stringMatching(/^error: 4\.md/u),
        "2 more problems in the knowledge; `docent check` shows them.",
        "",
      ]);
    });

    it("tells that the pages are those of the last time, which checking them would not", async () => {
      const problems = [problem("KNOWLEDGE_SOURCE", "warning", "not-fetched")];
      const { errors } = await docent(["ask", "x"], { ...KNOWS, problems });
      expect(errors).toMatch(/^warning: KNOWLEDGE_SOURCE:4: /u);
    });
  });
});

describe("docent ask, on slow knowledge", () => {
  it("shows after a second that it is reading, on a terminal, and takes it away again", async () => {
    const stderr = createPaper({ isTTY: true });
    const clock = createFakeClock();
    let built: (value: unknown) => void = () => undefined;
    const waiting = new Promise((resolve) => (built = resolve));
    const asking = docent(["ask", "x"], {
      world: {
        stderr,
        clock,
        async build() {
          await waiting;
          throw new DocentError("knowledge-empty", "The folder is empty", {
            remedy: "Add a page.",
          });
        },
      },
    });
    await clock.advance(999);
    expect(stderr.text).toBe("");
    await clock.advance(1);
    expect(stderr.text).toBe("Reading the knowledge…");
    built(undefined);
    expect((await asking).code).toBe(1);
    expect(stderr.text).toBe("Reading the knowledge…\r\u001B[KThe folder is empty. Add a page.\n");
  });
});
