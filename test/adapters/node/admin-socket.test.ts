import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adminSocketPath, callAdmin, serveAdmin } from "../../../adapters/node/admin-socket.ts";
import type { Actor, AdminReply } from "../../../src/index.ts";

let folder: string;
let said: { line: string; actor: Actor }[];
const reply: AdminReply = { ok: true, body: [], next: [], json: { pages: 3 } };
const log = { debug() {}, info() {}, warn() {}, error() {} };
const admin = {
  async run(line: string, actor: Actor) {
    said.push({ line, actor });
    return reply;
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "docent-"));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the door for the command line", () => {
  it("hands a line to the running Docent as an admin of the shell, and its reply back", async () => {
    const path = adminSocketPath(folder);
    const door = await serveAdmin(path, { admin, log });
    expect(await callAdmin(path, "gaps dismiss 3")).toEqual(reply);
    expect(said).toEqual([
      { line: "gaps dismiss 3", actor: expect.objectContaining({ admin: true, from: "shell" }) },
    ]);
    await door.close();
  });

  it("is open to the owner alone", async () => {
    const path = adminSocketPath(folder);
    const door = await serveAdmin(path, { admin, log });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await door.close();
  });

  it("says what to do where nobody runs", async () => {
    await expect(callAdmin(adminSocketPath(folder), "status")).rejects.toMatchObject({
      code: "platform-unavailable",
      remedy: expect.stringContaining("npm start"),
    });
  });

  it("opens again behind a process that was killed", async () => {
    const path = adminSocketPath(folder);
    const first = await serveAdmin(path, { admin, log });
    await first.close();
    expect(existsSync(path)).toBe(false);
    const second = await serveAdmin(path, { admin, log });
    expect(await callAdmin(path, "status")).toEqual(reply);
    await second.close();
  });

  it("hears one line, whatever stands in it", async () => {
    const path = adminSocketPath(folder);
    const door = await serveAdmin(path, { admin, log });
    await callAdmin(path, "why what\nis this");
    expect(said[0]?.line).toBe("why what is this");
    await door.close();
  });
});
