import { cleanText } from "../../src/index.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Fields that say what went wrong: they stand right behind the message. */
const REASONS = ["error", "err", "reason"];
/** Numbers that are read as “110 pages”. */
const COUNTED: ReadonlySet<string> = new Set(["pages", "passages", "problems", "ms"]);

/** A line of the log as a person reads it: the time of day here, what happened, why, and what else is known. */
export function readableLine(json: string): string {
  const { level, time, msg, ...fields } = JSON.parse(json) as Fields;
  const at = new Date(String(time)).toTimeString().slice(0, 8);
  const grave = level === "warn" ? "warning: " : level === "error" ? "error: " : "";
  const reasons = REASONS.flatMap((key) => reasonOf(fields[key]));
  const others = Object.entries(fields)
    .filter(([key]) => !REASONS.includes(key) && key !== "stack")
    .map(([key, value]) => (COUNTED.has(key) ? countOf(value, key) : `${key} ${wordsOf(value)}`));
  const what = [wordsOf(msg), ...reasons].filter((words) => words !== "").join(": ");
  const line = `${at} ${grave}${[what, ...others].join(" · ")}`;
  return `${[line, ...framesOf(fields)].map(oneLine).join("\n")}\n`;
}

/** `1 problem`, `110 pages`, `1 ms`. */
function countOf(value: unknown, key: string): string {
  return `${wordsOf(value)} ${value === 1 ? key.replace(/(?<!^m)s$/u, "") : key}`;
}

function reasonOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return [isError(value) ? wordsOf(value.message) : wordsOf(value)];
}

/** Where it went wrong in the code; the message above them is told already. */
function framesOf({ stack, error, err }: Fields): readonly string[] {
  const text = [stack, ...[error, err].map((one) => (isError(one) ? one.stack : undefined))].find(
    (one) => typeof one === "string",
  );
  if (typeof text !== "string") return [];
  return text
    .split("\n")
    .slice(stack === undefined ? 1 : 0)
    .map((frame) => `  ${frame.trim()}`);
}

function isError(value: unknown): value is { readonly message: unknown; readonly stack: unknown } {
  return typeof value === "object" && value !== null && "message" in value && "stack" in value;
}

function wordsOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** Nothing that a question or a page holds begins a line of its own or speaks to the terminal. */
function oneLine(text: string): string {
  return cleanText(text).replace(
    /[\n\r\t\u0080-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu,
    " ",
  );
}
