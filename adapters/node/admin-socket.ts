import { once } from "node:events";
import { chmod, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { dirname, join } from "node:path";
import { DocentError, explain } from "../../src/index.ts";
import type { Actor, Administration, AdminReply, Log } from "../../src/index.ts";
import { makeFolder } from "./make-folder.ts";

/** A command line is short; whoever writes more than this is no shell of ours. */
const LONGEST = 65_536;
const ASKER = { id: "shell:local", labels: ["shell:local"] };
const SHELL: Actor = { asker: ASKER, admin: true, from: "shell" };

/** Where a running Docent listens for its own command line: only who may enter the data folder can. */
export function adminSocketPath(dataDir: string): string {
  return process.platform === "win32"
    ? `\\\\.\\pipe\\docent-${dataDir}`
    : join(dataDir, "docent.sock");
}

/** Listens until closed. A socket that a killed process left behind is replaced; one that lives is left to its owner. */
export async function serveAdmin(
  path: string,
  { admin, log }: { readonly admin: Administration; readonly log: Log },
): Promise<{ close(): Promise<void> }> {
  makeFolder(dirname(path));
  const server = createServer((socket) => {
    answer(socket, admin).catch((error: unknown) => {
      log.warn({ reason: explain(error) }, "a command of the shell failed");
      socket.destroy();
    });
  });
  await listen(server, path);
  await chmod(path, 0o600);
  return {
    async close() {
      server.close();
      await once(server, "close");
    },
  };
}

async function listen(server: Server, path: string): Promise<void> {
  if (!(await isServed(path))) await rm(path, { force: true });
  server.listen(path);
  await once(server, "listening");
}

async function isServed(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false; // nobody listens: that is the answer
  } finally {
    socket.destroy();
  }
}

async function answer(socket: Socket, admin: Administration): Promise<void> {
  const line = await readLine(socket);
  const reply = await admin.run(line, SHELL);
  socket.end(`${JSON.stringify(reply)}\n`);
}

/** Sends a command line to the running Docent. Rejects with `platform-unavailable` where none runs. */
export async function callAdmin(path: string, line: string): Promise<AdminReply> {
  const socket = connect(path);
  try {
    await once(socket, "connect");
  } catch (error) {
    if (isForbidden(error)) {
      throw new DocentError("not-allowed", `The Docent at ${path} is another user's`, {
        remedy: "Run the command as that user, or as root.",
        cause: error,
      });
    }
    throw new DocentError("platform-unavailable", "No running Docent was found", {
      remedy: `Start it with npm start; it listens at ${path} (DATA_DIR).`,
      cause: error,
    });
  }
  socket.write(`${line.replaceAll("\n", " ")}\n`);
  const text = await readLine(socket, Number.POSITIVE_INFINITY);
  socket.destroy();
  return JSON.parse(text) as AdminReply;
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EACCES";
}

/** The first line that arrives. Leaves the socket open: an iterator would destroy it, and the way back with it. */
function readLine(socket: Socket, longest = LONGEST): Promise<string> {
  socket.setEncoding("utf8");
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let text = "";
  const fail = (): void => {
    reject(new DocentError("usage", "The line did not end", { remedy: "Send one line of text." }));
  };
  socket.on("data", (piece: string) => {
    text += piece;
    const end = text.indexOf("\n");
    if (end >= 0) resolve(text.slice(0, end));
    else if (text.length > longest) fail();
  });
  socket.once("end", fail);
  socket.once("error", reject);
  return promise;
}
