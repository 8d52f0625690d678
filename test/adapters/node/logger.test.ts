import { describe, expect, it } from "vitest";
import { createLog } from "../../../adapters/node/logger.ts";
import type { LogOptions } from "../../../adapters/node/logger.ts";

function setUp(options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = createLog({ level: "debug", secrets: [], destination, ...options });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "null") as Record<string, unknown> };
}

describe("the log", () => {
  it("writes one line of JSON an event, with its level by name", () => {
    const { log, lines, last } = setUp();
    log.info({ pages: 3 }, "loaded");
    expect(last()).toMatchObject({ level: "info", pages: 3, msg: "loaded" });
    const time = String(last()["time"]);
    expect(new Date(time).toISOString()).toBe(time);
    expect(Math.abs(Date.now() - Date.parse(time))).toBeLessThan(60_000);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\n$/);
  });

  it("leaves out what is below its level, and everything when silent", () => {
    const quiet = setUp({ level: "warn" });
    quiet.log.info({}, "a");
    quiet.log.warn({}, "b");
    expect(quiet.lines).toHaveLength(1);
    const silent = setUp({ level: "silent" });
    silent.log.error({}, "c");
    expect(silent.lines).toEqual([]);
  });

  it("cannot be made to begin a line by what it is given", () => {
    const { log, lines } = setUp();
    log.warn({ name: 'a\n{"level":"error"}' }, "x\r\n\u001B[2J\u2028");
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\n\r\u001B]/);
  });

  it("writes an error with its stack and its cause", () => {
    const { log, last } = setUp();
    log.error({ error: new Error("outer", { cause: new Error("inner") }) }, "failed");
    const error = last()["error"] as Record<string, string>;
    expect(error["message"]).toContain("outer");
    expect(error["stack"]).toContain("inner");
  });

  it.each([
    ["in the message", {}, 'using p@ss"word now'],
    ["in a field", { url: 'redis://u:p@ss"word@host' }, ""],
    ["in a key's name", { 'p@ss"word': 1 }, ""],
    ["in a stack", { error: new Error('p@ss"word refused') }, ""],
  ])("never writes a secret %s", (_where, fields, message) => {
    const { log, lines } = setUp({ secrets: ['p@ss"word'] });
    log.debug(fields, message);
    expect(lines.join("")).not.toMatch(/p@ss|word"/);
    expect(lines.join("")).toContain("[secret]");
    expect(() => JSON.parse(lines[0] ?? "") as unknown).not.toThrow();
  });

  it("knows Slack's tokens by their shape, and credentials by their key", () => {
    const { log, lines } = setUp();
    log.info(
      {
        header: { authorization: "Bot abc" },
        token: "abc",
        request: { options: { auth: { password: { is: "abc" } } } },
        error: Object.assign(new Error("refused"), { config: { headers: { cookie: "abc" } } }),
        text: "xoxb-12-34-abc and xapp-1-A2-b",
      },
      "",
    );
    expect(lines.join("")).not.toMatch(/abc|xoxb|xapp/);
  });

  it("does not take a short setting for a secret", () => {
    const { log, last } = setUp({ secrets: ["a"] });
    log.info({}, "a banana");
    expect(last()["msg"]).toBe("a banana");
  });

  describe("on a terminal", () => {
    const onTerminal = (secrets: readonly string[] = []) => {
      const lines: string[] = [];
      const write = (line: string) => void lines.push(line);
      const log = createLog({ level: "debug", secrets, destination: { isTTY: true, write } });
      return { log, text: () => lines.join("") };
    };

    it("is read as sentences: when, what, why, and what else is known", () => {
      const { log, text } = onTerminal();
      log.info({ version: "3f9c2e1", pages: 3, ms: 41 }, "knowledge loaded");
      expect(text()).toMatch(
        /^\d\d:\d\d:\d\d knowledge loaded · version 3f9c2e1 · 3 pages · 41 ms\n$/u,
      );
    });

    it("counts one thing as one", () => {
      const { log, text } = onTerminal();
      log.info({ pages: 1, problems: 1, ms: 1 }, "knowledge loaded");
      expect(text()).toMatch(/ · 1 page · 1 problem · 1 ms\n$/u);
    });

    it("says how grave a line is where somebody has to act, and why before anything else", () => {
      const { log, text } = onTerminal();
      log.warn({ left: 2, reason: "it is late" }, "stopping");
      log.error({ error: "no folder" }, "knowledge not loaded");
      expect(text().replaceAll(/^\S+ /gmu, "")).toBe(
        "warning: stopping: it is late · left 2\nerror: knowledge not loaded: no folder\n",
      );
    });

    it("shows where in the code an error was thrown, below its line", () => {
      const { log, text } = onTerminal();
      log.error({ error: new TypeError("no such thing") }, "failed");
      expect(text()).toMatch(/^\S+ error: failed: no such thing\n {2}at /u);
    });

    it("cannot be made to begin a line or to move the cursor", () => {
      const { log, text } = onTerminal();
      log.info({ "key\n": "a\n23:59:59 error: forged" }, "x\r\n\u001B[2J\u009B2J\u2028\u202E");
      expect(text().match(/\n/gu)).toHaveLength(1);
      // eslint-disable-next-line no-control-regex -- what must not reach a terminal
      expect(text()).not.toMatch(/[\r\u001B\u009B\u2028\u202E]/u);
    });

    it("never writes a secret", () => {
      const { log, text } = onTerminal(['p@ss"word']);
      log.error({ error: new Error('p@ss"word refused'), url: 'p@ss"word' }, 'p@ss"word');
      expect(text()).not.toContain("p@ss");
    });
  });
});
