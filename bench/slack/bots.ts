import { fork, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import type { FakeSlack } from "../../test/fakes/slack/fake-slack.ts";
import { freePort, listening } from "../../test/support/free-port.ts";
import type { Ways } from "./ways.ts";

export interface Bot {
  readonly child: ChildProcess;
  /** Where it takes signed requests. */
  readonly port: number;
}

/** The least a Bolt app can do, in a process of its own. */
export async function startEcho(ways: Ways): Promise<Bot> {
  const child = fork(new URL("echo-bot.ts", import.meta.url), [JSON.stringify(ways)]);
  const { port } = await new Promise<{ port?: number }>((resolve, reject) => {
    child.once("message", (message) => resolve(message as { port?: number }));
    child.once("exit", (code) =>
      reject(new Error(`the echo bot ended with ${code} before it was ready`)),
    );
  });
  return { child, port: port ?? 0 };
}

/** Docent as an operator starts it: included knowledge, embedded store, search in its own thread. */
export async function startDocent(ways: Ways, slack: FakeSlack, dataDir: string): Promise<Bot> {
  const port = await freePort();
  const child = spawn(process.execPath, ["main.ts"], {
    cwd: new URL("../../", import.meta.url),
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...(ways.mode === "socket"
        ? { SLACK_APP_TOKEN: ways.appToken }
        : { SLACK_SIGNING_SECRET: ways.signingSecret }),
      SLACK_BOT_TOKEN: ways.botToken,
      SLACK_API_URL: ways.apiUrl,
      DATA_DIR: dataDir,
      LOG_LEVEL: "error",
      WEB: "off",
      HOST: "127.0.0.1",
      PORT: String(port),
    },
  });
  if (ways.mode === "socket") await slack.until(() => slack.socket.live.length > 0);
  else await listening(`http://127.0.0.1:${port}/slack/events`);
  return { child, port };
}
