import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, listening } from "../../support/free-port.ts";
import { until } from "../../support/until.ts";

/** Docent as `npm start` starts it, with nothing configured. */
describe("the process that serves the web", () => {
  let folder: string;
  let port: number;
  let url: string;
  let said = "";
  let logged = "";
  let stop: () => Promise<number | null>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "docent-"));
    port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const child = spawn(process.execPath, ["main.ts"], {
      env: { PATH: process.env["PATH"], DATA_DIR: folder, PORT: String(port), LOG_LEVEL: "debug" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (logged += text));
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    stop = async () => {
      child.kill("SIGTERM");
      return ended;
    };
    await listening(`${url}/healthz`);
  });
  afterAll(async () => {
    expect(await stop()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (question: string): Promise<Response> =>
    fetch(`${url}/api/v1/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question }),
    });

  /** Bytes, as the process itself tells. */
  async function resident(): Promise<number> {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\S+)/mu.exec(text)?.[1]);
  }

  /** The status; the server may close while the body is still on its way. */
  function post(headers: Record<string, string | number>, body: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = request(
        `${url}/api/v1/ask`,
        { method: "POST", headers: { "content-type": "application/json", ...headers } },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      // After the answer a reset is no news.
      sent.on("error", reject).end(body);
    });
  }

  it("answers a stranger at once, at the address that it prints", async () => {
    await until(() => said.includes(`Docent answers on ${url}\n`));
    const response = await ask("What is Docker?");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ kind: "found" });
  });

  it("measures what is asked, how long each part of it takes, and what waits", async () => {
    await (await ask("What is Docker?")).text();
    const text = await (await fetch(`${url}/metrics`)).text();
    for (const line of [
      /^docent_answers_total\{kind="found",reason="",platform="http"\} [1-9]/mu,
      /^docent_answer_seconds_count\{kind="found"\} [1-9]/mu,
      /^docent_http_requests_total\{route="\/api\/v1\/ask",status="2xx"\} [1-9]/mu,
      /^docent_queue_length 0$/mu,
    ]) {
      expect(text).toMatch(line);
    }
  });

  it("fault 2: does not take in ten megabytes, announced or not, and goes on answering", async () => {
    const body = Buffer.alloc(10 * 1024 * 1024, "a");
    await (await ask("What is Docker?")).text();
    const before = await resident();
    expect(await post({ "content-length": body.length }, body)).toBe(413);
    expect(await post({ "transfer-encoding": "chunked" }, body)).toBe(413);
    expect((await resident()) - before).toBeLessThan(30 * 1024 * 1024);
    expect((await ask("What is Docker?")).status).toBe(200);
  });

  it("fault 87: writes one line of JSON an event, whatever a question holds, and none of the question", async () => {
    const forged = 'docker\r\n{"level":"error","msg":"forged"}\n\u001B[2J\u2028canary';
    const lines = (): readonly string[] => logged.split("\n").slice(0, -1);
    const counted = (): number => logged.split('"a question"').length - 1;
    const before = lines().length;
    const asked = counted();
    const response = await ask(forged);
    expect(response.status).toBe(200);
    const trace = response.headers.get("docent-trace") ?? "none";
    await (await fetch(`${url}/?q=${encodeURIComponent(forged)}`)).text();
    await until(() => counted() >= asked + 2);

    const written = lines()
      .slice(before)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(written.filter(({ msg }) => msg === "a question")).toHaveLength(2);
    expect(written.filter((line) => line["trace"] === trace)).not.toEqual([]);
    expect(logged).not.toMatch(/forged|canary|\u001B/u);
  });
});
