import { describe, expect, it } from "vitest";
import { DocentError } from "../src/errors.ts";
import { docent } from "./support/command-line.ts";

describe("docent", () => {
  it.each([["--help"], ["-h"], ["help"]])("%s lists the commands and exits 0", async (option) => {
    const { code, out, errors } = await docent([option]);
    expect([code, errors]).toEqual([0, ""]);
    expect(out).toMatch(/^docent COMMAND …\n\n {2}ask .*\n {2}chat .*\n/u);
  });

  it.each([[["help", "ask"]], [["ask", "--help"]], [["ask", "-h", "x"]]])(
    "%j explains a command",
    async (args) => {
      const { code, out } = await docent(args);
      expect(code).toBe(0);
      expect(out).toMatch(/^docent ask /);
    },
  );

  it.each([["version"], ["--version"], ["-v"]])("%s prints the version", async (option) => {
    expect(await docent([option])).toMatchObject({ code: 0, out: "docent 1.2.3\n" });
  });

  it.each([
    [[], "There is no command"],
    [["aks", "x"], "“aks” is no command. Did you mean “ask”? These are:"],
    [["help", "nothing"], "“nothing” is no command"],
    [["--verbose"], "“--verbose” is no command"],
  ])("%j is a wrong call: the commands on stderr, exit 2", async (args, message) => {
    const { code, out, errors } = await docent(args);
    expect([code, out]).toEqual([2, ""]);
    expect(errors).toContain(message);
    expect(errors).toContain("docent COMMAND …");
  });

  it("exits 1 with what to do where the configuration is wrong", async () => {
    const { code, errors, builtFrom } = await docent(["ask", "x"], {
      world: { env: { PORT: "http" } },
    });
    expect([code, builtFrom]).toEqual([1, undefined]);
    expect(errors).toContain("PORT is not a port: give a whole number from 0 to 65535");
  });

  it("exits 1 with what to do where there is no knowledge", async () => {
    const buildFailure = new DocentError("knowledge-missing", "There is no folder nowhere", {
      remedy: "Create it.",
    });
    const { code, out, errors } = await docent(["ask", "--knowledge", "nowhere", "x"], {
      buildFailure,
    });
    expect([code, out, errors]).toEqual([1, "", "There is no folder nowhere. Create it.\n"]);
  });
});

describe("docent chat", () => {
  it("answers the lines of an input that is no terminal", async () => {
    const { code, out, closed, builtFrom } = await docent(["chat", "--knowledge", "pages/"], {
      input: "hello?\n",
    });
    expect([code, closed, builtFrom]).toEqual([0, true, "pages/"]);
    expect(out).toContain("› hello?\n\nI don't know");
  });

  it("takes no question: exit 2", async () => {
    const { code, errors } = await docent(["chat", "what?"]);
    expect(code).toBe(2);
    expect(errors).toContain("docent chat [--knowledge DIR]");
  });
});
