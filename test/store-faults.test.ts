import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createClient } from "@keyv/redis";
import { describe, expect, it, onTestFinished } from "vitest";
import { adminSocketPath, callAdmin } from "../adapters/node/admin-socket.ts";
import { plainText } from "../src/index.ts";
import { startProgram } from "./adapters/slack/program.ts";
import type { Program } from "./adapters/slack/program.ts";
import { visibleText } from "./fakes/slack/read-blocks.ts";
import { knowledgeFolder } from "./support/knowledge-folder.ts";
import { hasRedis, startRedis, tellRedisIsMissing } from "./support/redis-server.ts";
import { freshFolder } from "./support/sqlite-files.ts";
import { until } from "./support/until.ts";

const QUESTION = "What does the VPN connect?";
const ANSWER = "The VPN connects laptops.";
const PAGES = { "vpn.md": `---\nquestions:\n  - ${QUESTION}\n---\n# VPN\n\n${ANSWER}\n` };
const PATIENCE_MS = 120_000;

/** The program in front of Slack, on a store that may or may not be well, and what its operator sees of it. */
async function startOn({ url, dataDir }: { readonly url?: string; readonly dataDir?: string }) {
  const program = await startProgram({
    mode: "socket",
    ...(dataDir === undefined ? {} : { dataDir }),
    env: {
      ...(url === undefined ? {} : { STORE_URL: url }),
      KNOWLEDGE_SOURCE: knowledgeFolder(PAGES),
      WEB: "on",
      LOG_LEVEL: "debug",
    },
  });
  await until(() => /Docent answers on/u.test(program.printed()));
  const base = /Docent answers on (http:\S+)/u.exec(program.printed())?.[1] ?? "";
  let people = 0;

  async function ready(): Promise<{ status: number; store: string }> {
    const response = await fetch(`${base}/readyz`);
    const { states } = (await response.json()) as { states: { store: string } };
    return { status: response.status, store: states.store };
  }
  const storeIs = (state: string) => async (): Promise<boolean> => (await ready()).store === state;

  /** Somebody new asks, in a channel of their own: nobody is limited, and each answer has one place to be. */
  async function ask(): Promise<string> {
    people += 1;
    const channel = `D${people}`;
    await program.send(
      program.event("message_im", { text: QUESTION, user: `U${people}`, channel }),
    );
    return channel;
  }
  return { ...program, base, ready, storeIs, ask };
}

/** Loss rule: every accepted question has been answered exactly once, and every one is accounted for. */
async function nothingLost(
  program: Program & { readonly base: string },
  channels: readonly string[],
): Promise<void> {
  const { messages } = program.slack.workspace;
  await program.slack.until(() => messages.length >= channels.length);
  await until(async () => (await accounts(program.base)).pending === 0);
  const places = messages.map(({ channel }) => channel);
  expect(places.toSorted()).toEqual([...channels].toSorted());
  for (const { blocks } of messages) expect(visibleText(blocks)).toContain(ANSWER);
  const { received, ended } = await accounts(program.base);
  expect([received, ended]).toEqual([channels.length, channels.length]);
  expect(program.printed()).not.toContain(QUESTION);
}

async function accounts(base: string) {
  const text = await (await fetch(`${base}/metrics`)).text();
  const sum = (name: string): number =>
    [...text.matchAll(new RegExp(`^docent_${name}(?:\\{.*\\})? (\\d+)$`, "gmu"))].reduce(
      (total, [, value]) => total + Number(value),
      0,
    );
  return {
    received: sum("questions_received_total"),
    ended: sum("questions_ended_total"),
    pending: sum("in_flight"),
  };
}

async function several(times: number, ask: () => Promise<string>): Promise<readonly string[]> {
  const channels: string[] = [];
  for (let count = 0; count < times; count += 1) channels.push(await ask());
  return channels;
}

describe("a SQLite file that misbehaves under the program", { timeout: PATIENCE_MS }, () => {
  it("fault 71: is damaged at the start; it is put aside, admins are told, and every question is answered once", async () => {
    const dataDir = freshFolder();
    writeFileSync(join(dataDir, "docent.db"), "no database, whatever it is ".repeat(400));
    const program = await startOn({ dataDir });
    const channels = await several(5, program.ask);
    await nothingLost(program, channels);
    expect(await program.ready()).toEqual({ status: 200, store: "degraded" });
    const { body } = await callAdmin(adminSocketPath(dataDir), "status");
    expect(plainText(body)).toContain("docent.db.corrupt-");
    expect(readdirSync(dataDir).some((name) => name.startsWith("docent.db.corrupt-"))).toBe(true);
  });

  it("fault 72: is locked by another process; questions go on being answered, and it recovers when it is free", async () => {
    const dataDir = freshFolder();
    const program = await startOn({ dataDir });
    const channels = [...(await several(3, program.ask))];
    const holder = new DatabaseSync(join(dataDir, "docent.db"));
    holder.exec("BEGIN EXCLUSIVE");
    channels.push(...(await several(5, program.ask)));
    await until(program.storeIs("degraded"));
    holder.exec("COMMIT");
    holder.close();
    await until(program.storeIs("ok"));
    channels.push(...(await several(3, program.ask)));
    await nothingLost(program, channels);
    expect(await program.end("SIGTERM")).toBe(0);
  });
});

if (!hasRedis) {
  tellRedisIsMissing();
  it("Redis is not installed: its faults are left out", () => expect(hasRedis).toBe(false));
}

describe.runIf(hasRedis)(
  "a real Redis that misbehaves under the program",
  { timeout: PATIENCE_MS },
  () => {
    it("fault 65: is not there at the start; Docent starts, answers, says degraded, and finds it later by itself", async () => {
      const server = await startRedis();
      onTestFinished(() => server.stop());
      await server.kill();
      const program = await startOn(server);
      const channels = [...(await several(5, program.ask))];
      await until(program.storeIs("degraded"));
      expect((await program.ready()).status).toBe(200);
      const { json } = await callAdmin(adminSocketPath(program.dataDir), "status");
      expect(json).toMatchObject({ health: { store: { state: "degraded" } } });

      await server.start();
      await until(program.storeIs("ok"));
      channels.push(...(await several(5, program.ask)));
      await nothingLost(program, channels);
    });

    it("faults 66 to 69: dies and returns, stands still, is emptied and filled with garbage; each question is answered once", async () => {
      const server = await startRedis();
      onTestFinished(() => server.stop());
      const program = await startOn(server);
      const channels = [...(await several(5, program.ask))];

      await server.kill();
      channels.push(...(await several(5, program.ask)));
      await server.start();
      await until(program.storeIs("ok"));
      channels.push(...(await several(5, program.ask)));

      server.process().kill("SIGSTOP");
      // Slack is told that each has arrived while the store takes what is sent and never answers.
      channels.push(...(await several(5, program.ask)));
      await until(program.storeIs("degraded"));
      channels.push(...(await several(5, program.ask)));
      server.process().kill("SIGCONT");
      await until(program.storeIs("ok"));

      const raw = await createClient({ url: server.url }).connect();
      await raw.flushAll();
      channels.push(...(await several(5, program.ask)));
      for (const key of await raw.keys("*")) {
        await raw.del(key);
        await raw.set(key, "\u0000 not ours {");
      }
      raw.destroy();
      channels.push(...(await several(5, program.ask)));
      await nothingLost(program, channels);
      expect(await program.end("SIGTERM")).toBe(0);
    });
  },
);
