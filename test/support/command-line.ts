import { createReadPages } from "../../cli/read-pages.ts";
import { runCli } from "../../cli/run.ts";
import type { World } from "../../cli/core.ts";
import type { Problem } from "../../src/index.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { createFakeAssistant } from "./fake-assistant.ts";
import type { FakeAssistant, Prepared } from "./fake-assistant.ts";
import { createInput, createPaper } from "./streams.ts";

export interface Called {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
  readonly assistant: FakeAssistant;
  /** Where the knowledge was read from, or undefined where it was not. */
  readonly builtFrom: string | undefined;
  readonly closed: boolean;
}

export interface Circumstances extends Prepared {
  readonly input?: string;
  readonly problems?: readonly Problem[];
  readonly buildFailure?: Error;
  readonly world?: Partial<World>;
}

/** Runs `docent …` in this process, on an assistant that knows prepared answers. */
export async function docent(
  args: readonly string[],
  circumstances: Circumstances = {},
): Promise<Called> {
  const { input = "", problems = [], buildFailure, world = {}, ...prepared } = circumstances;
  const assistant = createFakeAssistant(prepared);
  const stdout = createPaper();
  const stderr = createPaper();
  let builtFrom: string | undefined;
  let closed = false;
  let elapsed = 0;
  const code = await runCli(args, {
    stdin: createInput(input),
    stdout,
    stderr,
    env: {},
    clock: createFakeClock(),
    stopwatch: () => (elapsed += 0.75),
    randomId: () => "random",
    version: "1.2.3",
    async build(config) {
      const { address } = config.knowledge;
      builtFrom = address.kind === "folder" ? address.path : address.url;
      if (buildFailure !== undefined) throw buildFailure;
      const facts = {
        version: "v1",
        pages: 3,
        passages: 1_200,
        problems,
        buildMs: 1,
        audiences: [],
      };
      return { assistant, facts, close: async () => void (closed = true) };
    },
    // Nothing was kept: a test that wants something there brings it along.
    openRemains: async () => ({
      administer: () => Promise.reject(new Error("no Docent has run in this test")),
      votes: async () => ({ helpful: 0, notHelpful: 0, pages: [] }),
      close: async () => undefined,
    }),
    readPages: createReadPages(process.env),
    ...world,
  });
  return { code, out: stdout.text, errors: stderr.text, assistant, builtFrom, closed };
}
