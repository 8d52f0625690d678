import { expect } from "vitest";
import { systemClock } from "../../adapters/node/clock.ts";
import { folderSource } from "../../adapters/node/folder-source.ts";
import { plainText } from "../../src/index.ts";
import type { Clock, Pages, Passage, SnapshotFacts } from "../../src/index.ts";
import { snapshotOfPages } from "./build-snapshot.ts";
import { knowledgeFolder } from "./knowledge-folder.ts";

/** The page that has to stay, whatever is wrong beside it. */
export const VPN = `---
questions:
  - What does the VPN connect?
---
# VPN

The VPN connects laptops.
`;
export const CANARY = "What does the VPN connect?";

export interface Read {
  readonly source: Pages;
  readonly passages: readonly Passage[];
  readonly facts: SnapshotFacts;
  /** As `page:line severity code`. */
  readonly problems: readonly string[];
  /** The answer's words, or why there is none. */
  readonly ask: (text: string) => Promise<string>;
}

/** Reads a folder of these files and the canary as the running program does, and asks it. */
export async function readBeside(
  files: Readonly<Record<string, string>>,
  spoil: (folder: string) => void = () => undefined,
): Promise<Read> {
  const folder = knowledgeFolder({ "vpn.md": VPN, ...files });
  spoil(folder);
  return readFolder(folder);
}

/** The canary has to be answered, or this rejects. */
export async function readFolder(folder: string, clock: Clock = systemClock): Promise<Read> {
  const source = await folderSource({ folder, clock }).read();
  const snapshot = snapshotOfPages(source);
  const asker = { id: "test:1", labels: [] };

  async function ask(text: string): Promise<string> {
    const outcome = await snapshot.answer({ text, asker });
    return outcome.kind === "found" ? plainText(outcome.body) : outcome.reason;
  }
  expect(await ask(CANARY)).toBe("The VPN connects laptops.");
  return {
    source,
    passages: snapshot.passages,
    facts: snapshot.facts,
    problems: snapshot.facts.problems.map(
      ({ page, line, severity, code }) => `${page}:${line} ${severity} ${code}`,
    ),
    ask,
  };
}
