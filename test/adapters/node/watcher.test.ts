import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { watchKnowledge } from "../../../adapters/node/watcher.ts";
import type { KnowledgeAddress } from "../../../src/index.ts";
import { createFakeClock, settle } from "../../fakes/clock.ts";
import { createRecordingLog } from "../../fakes/recorders.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { until } from "../../support/until.ts";

const GIT: KnowledgeAddress = { kind: "git", url: "https://example.com/kb.git", folder: "" };

/** Watches until the test has ended, and counts. */
function watching(address: KnowledgeAddress, { poll = false } = {}) {
  const clock = createFakeClock();
  const stop = new AbortController();
  const log = createRecordingLog();
  const seen = { changes: 0, fail: false };
  const ended = watchKnowledge(
    {
      address,
      clock,
      log,
      poll,
      onChange: async () => {
        seen.changes += 1;
        if (seen.fail) throw new Error("not reloaded");
      },
    },
    stop.signal,
  );
  onTestFinished(async () => {
    stop.abort();
    await ended;
  });
  /** Lets the file system be looked at as often as it takes, a poll's time each. */
  async function expectChanges(count: number): Promise<void> {
    await until(async () => {
      await clock.advance(1_000);
      return seen.changes >= count;
    });
  }
  return { clock, log, seen, stop, ended, expectChanges };
}

const folder = (path: string): KnowledgeAddress => ({ kind: "folder", path });

describe("a watched folder", () => {
  it("is reloaded when a page is written, made in a new folder, renamed or deleted", async () => {
    const path = temporaryFolder({ "it/vpn.md": "# VPN\n" });
    const { seen, clock, expectChanges } = watching(folder(path));
    // The events begin when the operating system has been told; only then is there something to see.
    await until(async () => {
      writeFileSync(join(path, "it/vpn.md"), `# VPN ${Math.random()}\n`);
      await clock.advance(1_000);
      return seen.changes > 0;
    });
    const steps = [
      () => mkdirSync(join(path, "hr")),
      () => writeFileSync(join(path, "hr/leave.md"), "# Leave\n"),
      () => renameSync(join(path, "hr/leave.md"), join(path, "hr/holiday.md")),
      () => unlinkSync(join(path, "it/vpn.md")),
    ];
    for (const step of steps) {
      const before = seen.changes;
      step();
      await expectChanges(before + 1);
    }
  });

  it("is not reloaded for each of many writes", async () => {
    const path = temporaryFolder({ "a.md": "# A\n" });
    const { seen, clock } = watching(folder(path));
    await until(async () => {
      writeFileSync(join(path, "a.md"), `# A ${Math.random()}\n`);
      await clock.advance(1_000);
      return seen.changes > 0;
    });
    await until(async () => {
      const before = seen.changes;
      await clock.advance(5_000);
      return seen.changes === before;
    });
    const before = seen.changes;
    for (let write = 0; write < 50; write++) {
      writeFileSync(join(path, `p${write}.md`), "# P\n");
      await settle();
      await clock.advance(100);
    }
    await until(async () => {
      await clock.advance(250);
      return seen.changes > before;
    });
    expect(seen.changes - before).toBeLessThan(10);
  });

  it("goes on being watched after a reload that failed", async () => {
    const path = temporaryFolder({ "a.md": "# A\n" });
    const { seen, clock, expectChanges } = watching(folder(path), { poll: true });
    seen.fail = true;
    await until(() => clock.sleeping > 0);
    writeFileSync(join(path, "a.md"), "# A longer\n");
    await expectChanges(1);
    writeFileSync(join(path, "a.md"), "# A even longer\n");
    await expectChanges(2);
  });

  it("that a link leads to is watched where the link leads now", async () => {
    const root = temporaryFolder({ "one/a.md": "# A\n", "two/a.md": "# B\n" });
    const link = join(root, "current");
    symlinkSync("one", link);
    const { seen, clock, expectChanges } = watching(folder(link));
    await until(async () => {
      writeFileSync(join(root, "one/a.md"), `# A ${Math.random()}\n`);
      await clock.advance(1_000);
      return seen.changes > 0;
    });
    const before = seen.changes;
    symlinkSync("two", `${link}.next`);
    renameSync(`${link}.next`, link);
    await expectChanges(before + 1);
  });

  it("that raises no events is looked at, and a mount that is gone for a while is no change", async () => {
    const path = temporaryFolder({ "a.md": "# A\n" });
    const { seen, clock, expectChanges } = watching(folder(path), { poll: true });
    // Between two looks the watcher sleeps; each look takes the disk's own time.
    const looks = async (count: number): Promise<void> => {
      for (let look = 0; look <= count; look++) {
        await until(() => clock.sleeping > 0);
        await clock.advance(5_000);
      }
      await until(() => clock.sleeping > 0);
    };
    await looks(5);
    expect(seen.changes).toBe(0);
    renameSync(path, `${path}.away`);
    await looks(5);
    expect(seen.changes).toBe(0);
    renameSync(`${path}.away`, path);
    writeFileSync(join(path, "b.md"), "# B\n");
    await expectChanges(1);
  });

  it("that is not there yet is waited for", async () => {
    const path = join(temporaryFolder(), "later");
    const { seen, clock, expectChanges } = watching(folder(path));
    await until(() => clock.sleeping > 0); // It has seen that nothing is there.
    await clock.advance(20_000);
    expect(seen.changes).toBe(0);
    mkdirSync(path);
    writeFileSync(join(path, "a.md"), "# A\n");
    await expectChanges(1);
  });

  it("that goes away for good is looked for from then on", async () => {
    const path = temporaryFolder({ "a.md": "# A\n" });
    const { log, clock } = watching(folder(path));
    await until(() => clock.sleeping > 0); // It has seen that the folder is there.
    rmSync(path, { recursive: true });
    await until(async () => {
      await clock.advance(5_000);
      return log.lines.length > 0;
    });
    expect(log.text()).toContain("every few seconds");
  });
});

describe("a watched repository", () => {
  it("is fetched once a minute", async () => {
    const { seen, clock, stop, ended } = watching(GIT);
    await clock.advance(59_000);
    expect(seen.changes).toBe(0);
    await clock.advance(121_000);
    expect(seen.changes).toBe(3);
    stop.abort();
    await ended;
    await clock.advance(600_000);
    expect(seen.changes).toBe(3);
  });
});
