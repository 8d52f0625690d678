import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { GIT_ENV } from "./git.ts";

/** Serves a repository by git's own `http-backend` to whoever knows the password; gives `host:port`. */
export async function gitHttpServer(root: string, password: string): Promise<string> {
  const server = createServer((request, response) => {
    const expected = `Basic ${Buffer.from(`ada:${password}`).toString("base64")}`;
    if (request.headers.authorization === expected) backend(root, request, response);
    else response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function backend(root: string, request: IncomingMessage, response: ServerResponse): void {
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const child = spawn("git", ["http-backend"], {
    env: {
      ...GIT_ENV,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? "GET",
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      REMOTE_USER: "ada",
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  request.pipe(child.stdin);
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  child.on("close", () => {
    const said = Buffer.concat(parts);
    const end = said.indexOf("\r\n\r\n");
    for (const line of said.toString("latin1", 0, end).split("\r\n")) {
      const colon = line.indexOf(":");
      const name = line.slice(0, colon);
      if (name === "Status") response.statusCode = Number.parseInt(line.slice(colon + 1), 10);
      else response.setHeader(name, line.slice(colon + 1).trim());
    }
    response.end(said.subarray(end + 4));
  });
}
