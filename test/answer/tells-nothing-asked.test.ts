import { describe, expect, it } from "vitest";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const page = (name: string, text: string): string => `# ${name}\n\n${text}\n`;
const snapshot = snapshotOf({
  "load.md": page("Load balancing", "Load balancing spreads requests over several servers."),
  "cache.md": page("Caching", "A cache keeps results for the next reader."),
  "queue.md": page("Message queues", "A queue carries messages between parts of a system."),
  "tests.md": page("Load testing", "A load test tells how much traffic a site bears."),
});

describe("a question for something of a thing", () => {
  it.each([
    "What is the logo of load balancing?",
    "Who is the biggest critic of load balancing?",
    "Which book about load balancing is good?",
    "Who invented load balancing?",
    "What are the licence terms of load balancing?",
  ])("is not answered by a passage that only bears the thing's name: %s", async (text) => {
    expect((await snapshot.answer({ text, asker: anybody })).kind).toBe("abstained");
  });

  it.each([
    "What is load balancing?",
    "Which servers does load balancing use?",
    "What is the spread of requests in load balancing?",
  ])("is answered by one that tells some of it: %s", async (text) => {
    expect((await found(snapshot, text)).citations[0].passage.page).toBe("load.md");
  });
});
