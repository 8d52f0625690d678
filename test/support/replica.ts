import { systemClock, randomId } from "../../adapters/node/clock.ts";
import { createPostgresStore } from "../../adapters/node/postgres-store.ts";
import { createPseudonyms } from "../../adapters/node/pseudonyms.ts";
import { createRedisStore } from "../../adapters/node/redis-store.ts";
import {
  createInbox,
  createLimits,
  createReceive,
  createReplicas,
  HEARTBEAT_MS,
} from "../../src/index.ts";
import type { Message } from "../../src/index.ts";
import { quickClock, quickStore } from "./quick-time.ts";

/**
 * One replica of the part that must neither lose nor double: door, inbox, limits and heartbeats on a shared store. Takes
 * messages as JSON lines, `{"id","asker","sendMs"}`, prints `answered ID` as a platform would show it, and `ended ID`.
 */
const [, , url = "", name = ""] = process.argv;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const metrics = { count() {}, observe() {} };
const clock = quickClock(systemClock);
// Without the guard: a machine that is busy with other tests would make it fall back, which is not what is looked at.
const open = url.startsWith("redis") ? createRedisStore : createPostgresStore;
const engine = open({ url, log: quiet });
const store = quickStore(engine);
const pseudonyms = createPseudonyms({ store, clock, log: quiet });
const { pseudonym, nameInLogs } = pseudonyms;
while (!(await pseudonyms.load())) await clock.sleep(20);

const common = { store, clock, randomId, pseudonym, nameInLogs, log: quiet, metrics };
const replicas = createReplicas({ store, clock, id: name });
const inbox = createInbox({ ...common, replica: name });
const { receive } = createReceive({
  ...common,
  inbox,
  limits: createLimits({ rates: engine.rates, pseudonym }),
  gaps: { record: async () => undefined },
  assistant: {
    ask: async (query) => ({
      kind: "found",
      id: randomId(),
      query,
      version: "v1",
      confidence: 1,
      body: [],
      related: [],
      citations: [
        {
          lines: [1, 1],
          snippet: { text: "", marks: [] },
          passage: {
            id: "p",
            page: "p",
            lines: [1, 1],
            headings: ["p"],
            body: [],
            text: "",
            audience: [],
          },
        },
      ],
    }),
  },
});

interface Event {
  readonly id: string;
  readonly asker: string;
  /** How long the platform takes to accept the answer. */
  readonly sendMs: number;
}

function messageOf(event: Event): Message {
  const print = (what: string): void => void process.stdout.write(`${what} ${event.id}\n`);
  return {
    ids: [`message-${event.id}`, `event-${event.id}`],
    query: { text: "question", asker: { id: `test:${event.asker}`, labels: [] } },
    event,
    async reply() {
      await clock.sleep(event.sendMs);
      print("answered");
    },
    apologise: async ({ kind }) => print(kind),
  };
}

async function beat(): Promise<void> {
  for (;;) {
    try {
      await replicas.beat({ version: "1", knowledge: "v1" });
      // Whoever takes an event over has a platform that accepts answers at once.
      await inbox.resumeOrphans(async (_, event) => {
        await receive(messageOf({ ...(event as Event), sendMs: 0 }));
      });
    } catch {
      // The store is away for a moment: the next heartbeat tries again.
    }
    await clock.sleep(HEARTBEAT_MS);
  }
}

async function take(event: Event): Promise<void> {
  await receive(messageOf(event));
  process.stdout.write(`ended ${event.id}\n`);
}

void beat();
let rest = "";
process.stdin.on("end", () => process.exit());
process.stdin.setEncoding("utf8").on("data", (text: string) => {
  const lines = (rest + text).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) void take(JSON.parse(line) as Event);
});
await replicas.beat({ version: "1", knowledge: "v1" });
process.stdout.write("ready\n");
