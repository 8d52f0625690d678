import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createExchange } from "../../../adapters/slack/exchange.ts";
import { createTimedFetch } from "../../../adapters/slack/timed-fetch.ts";
import { createFakeClock } from "../../fakes/clock.ts";

/** Whatever the test wants of a server. */
async function serve(
  listener: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<URL> {
  const server = createServer((request, response) => {
    void listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/x`);
}

const post = { headers: { "x-a": "1" }, body: "ä=1" };

describe("an exchange", () => {
  it("posts a text and gives the whole reply, its status and headers", async () => {
    const url = await serve(async (request, response) => {
      let body = "";
      for await (const part of request.setEncoding("utf8")) body += String(part);
      response.writeHead(202, { "x-b": "2" }).write("said ");
      response.end(`${request.method} ${request.url} ${body} ${String(request.headers["x-a"])}`);
    });
    expect(await createExchange(createFakeClock(), 1000)(url, post)).toMatchObject({
      status: 202,
      headers: { "x-b": "2" },
      text: "said POST /api/x ä=1 1",
    });
  });

  it("uses a connection again", async () => {
    const ports = new Set<number | undefined>();
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      request.resume().on("end", () => response.end("ok"));
    });
    const exchange = createExchange(createFakeClock(), 1000);
    for (let call = 0; call < 3; call += 1) await exchange(url, post);
    expect(ports.size).toBe(1);
  });

  it("follows no redirect: a token goes nowhere else", async () => {
    const url = await serve((_, response) => {
      response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
    });
    expect(await createExchange(createFakeClock(), 1000)(url, post)).toMatchObject({ status: 302 });
  });

  it.each<[string, RequestListener]>([
    ["never answers", () => undefined],
    [
      "sends its headers and then nothing",
      (_, response) => void response.writeHead(200).write("{"),
    ],
  ])(
    "is given up after its time with a server that %s, and leaves nothing waiting",
    async (_, listener) => {
      const clock = createFakeClock();
      const asked = Promise.withResolvers<void>();
      const url = await serve((request, response) => {
        listener(request, response);
        asked.resolve();
      });
      const failed = expect(createExchange(clock, 8000)(url, post)).rejects.toThrow(
        /8000 ms|aborted/u,
      );
      await asked.promise;
      await clock.advance(8000);
      await failed;
      expect(clock.sleeping).toBe(0);
    },
  );

  it("rejects when the connection breaks in the middle of the reply", async () => {
    const clock = createFakeClock();
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("half");
      setImmediate(() => response.destroy());
    });
    await expect(createExchange(clock, 8000)(url, post)).rejects.toThrow();
    expect(clock.sleeping).toBe(0);
  });
});

describe("as Bolt's fetch", () => {
  it("gives a response, also one that has no content", async () => {
    const url = await serve((request, response) => {
      const status = Number(request.headers["x-status"]);
      request.resume().on("end", () => response.writeHead(status).end(status === 200 ? "é" : ""));
    });
    const fetched = createTimedFetch(createFakeClock(), 1000);
    const given = async (status: number) => {
      const headers = { "x-status": String(status) };
      const response = await fetched(url, { method: "POST", headers, body: "x" });
      return [response.status, await response.text()];
    };
    expect(await given(200)).toEqual([200, "é"]);
    expect(await given(204)).toEqual([204, ""]);
  });

  it("sends texts only, and says so", async () => {
    const fetched = createTimedFetch(createFakeClock(), 1000);
    await expect(fetched("http://127.0.0.1:1/", { body: new FormData() })).rejects.toMatchObject({
      code: "platform-refused",
    });
  });
});
