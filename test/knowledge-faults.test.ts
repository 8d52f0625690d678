import { readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemClock } from "../adapters/node/clock.ts";
import { folderSource } from "../adapters/node/folder-source.ts";
import { createLog } from "../adapters/node/logger.ts";
import type { Clock } from "../src/index.ts";
import { knowledgeFolder, write } from "./support/knowledge-folder.ts";
import { readBeside, readFolder, VPN } from "./support/read-beside.ts";

describe("a fault of the knowledge costs its own page and no other", () => {
  it("fault 19: broken YAML, and every file is either well or named with its line", async () => {
    const { source, problems, ask } = await readBeside({
      "tabs.md": "---\ntitle: x\nowner:\n\t- me\n---\n# Tabs\n\nTabs are eight columns wide.\n",
      "colon.md": "---\ntitle: a: b: c\n---\n# Colon\n\nA colon introduces a list.\n",
      "open.md": "---\ntitle: [a, b\n---\n# Open\n\nThe shop is open on Sundays.\n",
      "unclosed.md": "---\ntitle: x\n\n# Unclosed\n\nThe door stands ajar.\n",
    });
    expect(source.pages).toHaveLength(1 + problems.length);
    expect(problems).toEqual([
      "colon.md:2 error front-matter-syntax",
      expect.stringMatching(/^open\.md:[23] error front-matter-syntax$/u),
      expect.stringMatching(/^tabs\.md:[34] error front-matter-syntax$/u),
      "unclosed.md:1 error front-matter-unclosed",
    ]);
    expect(await ask("When is the shop open?")).toBe("The shop is open on Sundays.");
  });

  it("fault 20: one path, one title or one name twice; the first by path counts, and each passage has an id of its own", async () => {
    const { passages, problems, facts, ask } = await readBeside({
      "a/lift.md": "# Lift\n\nThe lift in house A goes to the fourth floor.\n",
      "b/lift.md": "# Lift\n\nThe lift in house B is out of order.\n",
      "twice.md": "# Setup\n\nFirst.\n\n## Setup\n\nSecond.\n\n## Setup\n\nThird.\n",
      // Two files, and one name to whoever types it: é as two characters, and as one.
      "cafe\u0301.md": "# Café\n\nThe café sells pies.\n",
      "caf\u00E9.md": "# Café\n\nThe café sells cakes.\n",
    });
    const ids = passages.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(7);
    expect(facts.pages).toBe(5);
    expect(problems).toEqual(["caf\u00E9.md:0 error duplicate-page"]);
    expect(await ask("What does the café sell?")).toContain("pies");
    expect(await ask("Which floor does the lift in house A go to?")).toContain("fourth");
    expect(await ask("Is the lift in house B out of order?")).toContain("house B");
  });

  it("fault 21, 22: links in circles and out of the folder, and nothing of outside is found", async () => {
    const { problems, ask, passages } = await readBeside({}, (folder) => {
      symlinkSync(".", join(folder, "again"));
      symlinkSync("/etc/passwd", join(folder, "passwd.md"));
      symlinkSync("/etc", join(folder, "etc"));
    });
    expect(problems).toEqual([
      "again:0 warning link-repeated",
      "etc:0 error link-outside",
      "passwd.md:0 error link-outside",
    ]);
    expect(await ask("root: nologin")).toBe("no-hit");
    expect(JSON.stringify(passages)).not.toContain("root:");
  });

  it("fault 23: odd names, and a log line stays one line", async () => {
    const long = `${"n".repeat(252)}.md`;
    const { problems, source } = await readBeside({
      "..md": "hidden",
      "a..b.md": "# Dots\n\nDots in a name are fine.\n",
      "🚀.md": "# Rocket\n\nRockets fly.\n",
      [long]: "# Long\n\nA long name.\n",
      "line\nbreak.md": "# Broken\n\nNever.\n",
    });
    expect(source.pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["a..b.md", "🚀.md", long]),
    );
    expect(source.pages).toHaveLength(4);
    expect(problems).toEqual(["line\\u000abreak.md:0 error file-name"]);
    let written = "";
    const destination = { write: (text: string) => void (written += text) };
    createLog({ level: "info", secrets: [], destination }).info({ problems }, "read");
    expect(written.trimEnd().split("\n")).toHaveLength(1);
  });

  it("fault 24: a file larger than any memory, without reading it", async () => {
    const { problems } = await readBeside({ "huge.md": "" }, (folder) =>
      truncateSync(join(folder, "huge.md"), 500_000_000_000),
    );
    expect(problems).toEqual(["huge.md:0 error page-too-large"]);
  });

  it("fault 25: a megabyte of noise, of which no word is kept", async () => {
    const noise = Buffer.alloc(1_000_000);
    let state = 1;
    for (let at = 0; at < noise.length; at++) noise[at] = state = (state * 48_271) % 2_147_483_647;
    const { problems, passages } = await readBeside({}, (folder) =>
      writeFileSync(join(folder, "noise.md"), noise),
    );
    expect(problems).toEqual(["noise.md:0 error page-binary"]);
    expect(passages.map(({ page }) => page)).toEqual(["vpn.md"]);
  });

  it("fault 26: any encoding and any line ends, and the same is found at the same lines", async () => {
    const text = "# Lift\n\nThe lift is grün.\n\n## Where\n\nThe lift stands beside the café.\n";
    const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
    const writings = [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(text.replaceAll("\n", "\r\n")),
      Buffer.from(text.replaceAll("\n", "\r")),
      utf16,
    ];
    const found: string[] = [];
    for (const bytes of writings) {
      const { passages, problems, ask } = await readBeside({}, (folder) =>
        writeFileSync(join(folder, "lift.md"), bytes),
      );
      expect(problems).toEqual([]);
      const lift = passages.filter(({ page }) => page === "lift.md");
      found.push(JSON.stringify([lift, await ask("Where does the lift stand?")]));
    }
    expect(new Set(found).size).toBe(1);
    const latin1 = await readBeside({}, (folder) =>
      writeFileSync(join(folder, "lift.md"), Buffer.from(text, "latin1")),
    );
    expect(latin1.problems).toEqual(["lift.md:3 warning not-utf8"]);
  });

  it("fault 27: a file that goes away while it is read", async () => {
    const folder = knowledgeFolder({ "vpn.md": VPN });
    // Written just now, it is looked at again after a moment; in that moment it goes.
    writeFileSync(join(folder, "gone.md"), "# Gone\n\nNever.\n");
    const clock: Clock = {
      ...systemClock,
      async sleep(ms, signal) {
        rmSync(join(folder, "gone.md"), { force: true });
        await systemClock.sleep(ms, signal);
      },
    };
    const { problems, facts } = await readFolder(folder, clock);
    expect(problems).toEqual(["gone.md:0 warning file-gone"]);
    expect(facts.pages).toBe(1);
  });
});

describe("fault 31, 77: where there is nothing to read", () => {
  it.each([
    ["no folder", (folder: string) => rmSync(folder, { recursive: true }), "knowledge-missing"],
    [
      "an empty folder",
      (folder: string) => readdirSync(folder).forEach((name) => rmSync(join(folder, name))),
      "knowledge-empty",
    ],
    [
      "no page that can be read",
      (folder: string) => write(folder, { "vpn.md": "\0\0" }),
      "knowledge-empty",
    ],
  ])("%s is an error, never an empty knowledge", async (_what, spoil, code) => {
    const folder = knowledgeFolder({ "vpn.md": VPN });
    spoil(folder);
    await expect(folderSource({ folder, clock: systemClock }).read()).rejects.toMatchObject({
      code,
      remedy: expect.any(String),
    });
  });
});
