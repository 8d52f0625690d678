import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALLOWED, OFFENCES } from "./support/house-offences.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["src", "adapters", "cli", "main", "test", "bench"];
const LONGEST = 250;
const FORBIDDEN =
  /(?:^|-)(?:utils?|helpers?|common|managers?|services?|processors?|docs?|chunks?|results?|items?|data)(?:-|$)/;

/** Every source file, relative to the project. */
const sources = [
  ...readdirSync(root).filter((name) => name.endsWith(".ts")),
  ...FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(folder, name)),
  ),
];

describe("every source file", () => {
  it(`has ${LONGEST} lines at most`, () => {
    const long = sources.filter(
      (file) => readFileSync(join(root, file), "utf8").trimEnd().split("\n").length > LONGEST,
    );
    expect(long).toEqual([]);
  });

  it("is named for the one thing it does, in kebab-case, by words of the vocabulary", () => {
    const wrong = sources.filter((file) =>
      file.split(/[\\/]/).some((part) => {
        const name = part.replace(/(?:\.test|\.config)?\.ts$/, "");
        return !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || FORBIDDEN.test(name);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("of the core takes the time from a clock", () => {
    const ambient = sources
      .filter((file) => file.startsWith("src"))
      .filter((file) =>
        /\bnew Date\(\)|\bDate\(\)|\bnew Intl\.DateTimeFormat\(\)/.test(
          readFileSync(join(root, file), "utf8"),
        ),
      );
    expect(ambient).toEqual([]);
  });

  it("has no default export but the tools' configurations", () => {
    const withDefault = sources.filter((file) =>
      /^export default\b/m.test(readFileSync(join(root, file), "utf8")),
    );
    expect(withDefault.filter((file) => !basename(file).endsWith(".config.ts"))).toEqual([]);
  });

  it("stops at no type error unseen, and hides none", () => {
    const hiding = sources
      .filter((file) => file !== join("test", "house-rules.test.ts"))
      .filter((file) =>
        /@ts-(?:ignore|expect-error|nocheck)/.test(readFileSync(join(root, file), "utf8")),
      );
    expect(hiding).toEqual([]);
  });
});

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

describe("the linter", () => {
  const folder = mkdtempSync(join(tmpdir(), "docent-rules-"));
  let found: readonly string[] = [];

  beforeAll(async () => {
    for (const name of [".oxlintrc.json", "tsconfig.json"])
      cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
    for (const [file, code] of [...OFFENCES, ...ALLOWED]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${code}\n`);
    }
    found = (await lint()).map(
      ({ code, filename }) => `${filename}: ${/\(([^)]*)\)/.exec(code)?.[1]}`,
    );
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs the project's own configuration over the folder; it exits with 1 where it objects. */
  async function lint(): Promise<readonly Diagnostic[]> {
    const program = join(root, "node_modules", "oxlint", "bin", "oxlint");
    // Named one by one: with "." it would go through the linked packages, too.
    const paths = ["src", "adapters", "cli", "main", "main.ts", "some.config.ts"];
    const args = [program, "--type-aware", "--format=json", ...paths];
    const run = promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 24 });
    const { stdout } = await run.catch((error: { stdout: string }) => error);
    return (JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] }).diagnostics;
  }

  it.each(OFFENCES)("objects to %s", (file, _code, rule) => {
    expect(found).toContain(`${file}: ${rule}`);
  });

  it.each(ALLOWED)("has nothing against %s", (file) => {
    expect(found.filter((line) => line.startsWith(`${file}:`))).toEqual([]);
  });
});
