import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withLoadedPackages } from "../support/loaded-packages.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

async function ask(knowledge: string, question: string) {
  const args = ["cli.ts", "ask", "--knowledge", knowledge, "--json", question];
  const { stdout, packages } = await withLoadedPackages(args);
  const { text, citations } = JSON.parse(stdout) as { text: string; citations: unknown };
  return { text, citations, packages };
}

describe("a question about pages that were asked before", () => {
  // Other tests keep builds, too, and the oldest go.
  it("is answered alike, and none of them is read again", { retry: 2 }, async () => {
    // No run before has kept a build of this one.
    const hive = randomUUID();
    const folder = temporaryFolder({
      "bees.md": `# Bees\n\nBees hum at a hundred hertz.\n\n## Hives\n\nThe hive is ${hive}.\n`,
    });
    const first = await ask(folder, "What do bees do?");
    const second = await ask(folder, "What do bees do?");
    expect(first.packages).toContain("markdown-it");
    expect(second.text).toBe("Bees hum at a hundred hertz.");
    expect(second).toMatchObject({ text: first.text, citations: first.citations });
    expect(second.packages).toContain("minisearch");
    for (const parser of ["markdown-it", "yaml"]) expect(second.packages).not.toContain(parser);
  });
});
