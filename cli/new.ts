import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { newPage, usualOwner } from "../src/authoring.ts";
import { DocentError } from "../src/index.ts";
import { callOf } from "./call.ts";
import { wrongCall } from "./command.ts";
import type { Command } from "./command.ts";
import type { World } from "./core.ts";
import { folderOf, shownFolder } from "./place.ts";

const USAGE = `docent new "Title" [--folder FOLDER] [--owner NAME] [--knowledge DIR]

  Makes a page to begin with: its front matter, with an owner and questions to make your own.

  --folder FOLDER  inside of the knowledge folder, such as databases
  --owner NAME     who keeps it up to date; else who owns the most pages of that folder
  --knowledge DIR  another folder of pages
`;

export const create: Command = {
  usage: USAGE,
  async run(args, world, output) {
    const { values, positionals } = callOf(args, {
      folder: { type: "string" },
      owner: { type: "string" },
      knowledge: { type: "string" },
    });
    const title = positionals.join(" ").replace(/\s+/g, " ").trim();
    if (title === "") throw wrongCall("The page has no title");
    const inside = insideOf(values.folder ?? "");
    const knowledge = await folderOf(values.knowledge, world);
    const owner = values.owner ?? (await ownerOf(knowledge, inside, world));
    const today = new Date(world.clock.now()).toISOString().slice(0, "2026-11-02".length);
    const { path, markdown } = newPage({
      title,
      folder: inside,
      today,
      ...(owner === undefined ? {} : { owner }),
    });
    await writeNew(join(knowledge, path), markdown);
    await output.out.write(`${shownFolder(knowledge)}/${path}\n`);
    const next =
      "Write it and put your own questions in, then run `docent check` and `docent test`.";
    await output.errors.write(`${next}\n`);
    return 0;
  },
};

/** A folder's path without its ornaments; it may not lead out of the knowledge. */
function insideOf(folder: string): string {
  const parts = folder.split(/[\\/]/).filter((part) => part !== "" && part !== ".");
  if (parts.some((part) => part === ".." || part.startsWith("."))) {
    throw wrongCall("--folder names a folder inside of the knowledge, such as databases");
  }
  return parts.join("/");
}

/** The first page of a knowledge folder has no neighbours to ask. */
async function ownerOf(folder: string, inside: string, world: World): Promise<string | undefined> {
  try {
    return usualOwner(await world.readPages({ folder }), inside);
  } catch (error) {
    const none =
      error instanceof DocentError && ["knowledge-missing", "knowledge-empty"].includes(error.code);
    if (none) return undefined;
    throw error;
  }
}

async function writeNew(file: string, markdown: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, markdown, { flag: "wx" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const there = code === "EEXIST";
    const reason = error instanceof Error ? error.message : String(error);
    throw new DocentError(
      "source-failed",
      there ? `${file} is already there` : `The page cannot be made: ${reason}`,
      {
        remedy: there ? "Give the page another title, or edit that one." : "Check the folder.",
        cause: error,
      },
    );
  }
}
