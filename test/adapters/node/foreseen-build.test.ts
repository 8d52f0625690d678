import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PAGES } from "../../support/pages.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { until } from "../../support/until.ts";
import { workerUnderTest } from "../../support/worker.ts";

describe("a build that was foreseen", { timeout: 60_000 }, () => {
  const noted = (): { readonly file: string; readonly builds: () => number } => {
    const file = join(temporaryFolder({ builds: "" }), "builds");
    return { file, builds: () => readFileSync(file, "utf8").match(/built/g)?.length ?? 0 };
  };

  it("is the one that is asked for, and is not made twice", async () => {
    const { file, builds } = noted();
    const pages = { ...PAGES, "a.md": `# UNRULY:note ${file}\n\nAll.\n` };
    const { built, ask } = workerUnderTest({ pages, foreseen: true });
    // Nobody has asked for it yet.
    await until(() => builds() === 1);
    const { snapshot } = await built();
    expect(await ask(snapshot, "Where is the colour printer?")).toBe("it/printers.md");
    expect(builds()).toBe(1);
  });

  it("gives way to the version that was gone back to", async () => {
    const { built } = workerUnderTest({ pages: PAGES });
    const { snapshot, packed } = await built();
    const { version } = snapshot.facts;
    const { build } = workerUnderTest({
      pages: { "b.md": "# Bees\n\nThey hum.\n" },
      foreseen: true,
    });
    const made = await build({ kind: "kept", version, packed }, {});
    expect(made?.snapshot.facts.version).toBe(version);
    await made?.snapshot.close();
  });

  it("fails for whoever asks for it, and the next one begins anew", async () => {
    const { build, built, folder } = workerUnderTest({ pages: {}, foreseen: true });
    await expect(build({ kind: "source", unless: [] }, {})).rejects.toMatchObject({
      code: "knowledge-empty",
    });
    writeFileSync(join(folder, "bees.md"), "# Bees\n\nThey hum.\n");
    expect((await built()).snapshot.facts.pages).toBe(1);
  });
});
