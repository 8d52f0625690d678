import { writeFile } from "node:fs/promises";
import { DocentError } from "../src/index.ts";
import type { Output } from "./command.ts";

/** Writes a report to a file, or to the standard output where the file is `-`. */
export async function writeReport(file: string, text: string, { out }: Output): Promise<void> {
  if (file === "-") return out.write(text);
  try {
    await writeFile(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DocentError("source-failed", `The report cannot be written: ${reason}`, {
      remedy: "Name a file in a folder that is there, or - for the standard output.",
      cause: error,
    });
  }
}
