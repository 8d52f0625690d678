import { existsSync, readFileSync } from "node:fs";
import { BenchFault } from "./fault.ts";

/** A line of a file with where it stands, for messages. */
export interface Line {
  readonly text: string;
  readonly where: string;
}

/** The lines of a text file that hold something. */
export function linesOf(file: string): Line[] {
  if (!existsSync(file)) {
    throw new BenchFault(
      `${file}:1 is missing. A set needs corpus.jsonl, queries.jsonl and qrels/test.tsv.`,
    );
  }
  return readFileSync(file, "utf8")
    .split("\n")
    .map((text, index) => ({ text: text.replace(/\r$/u, ""), where: `${file}:${index + 1}` }))
    .filter(({ text }) => text.trim() !== "");
}

export function optionalLinesOf(file: string): Line[] {
  return existsSync(file) ? linesOf(file) : [];
}

/** One JSON object a line. */
export function objectOf({ text, where }: Line): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BenchFault(
      `${where} is not JSON (${reasonOf(error)}). Write one JSON object a line.`,
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new BenchFault(`${where} is not a JSON object. Write one JSON object a line.`);
  }
  return value as Readonly<Record<string, unknown>>;
}

/** A field that must be text; numbers are taken as text, for ids. */
export function textField(
  object: Readonly<Record<string, unknown>>,
  field: string,
  where: string,
): string {
  const value = object[field];
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw new BenchFault(`${where} has no "${field}". Give it one, as text.`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
