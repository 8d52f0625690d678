import { escaped } from "./inline-markdown.ts";

/** What members can do, on one screen. */
export function helpText(pinned: readonly string[]): string {
  const examples = pinned.map((question) => `- ${escaped(question.slice(0, 200))}`);
  return [
    "**I answer questions from this community's own pages, word for word, and say where each answer stands.**",
    "- `/ask` asks a question; only you see the answer, until you share it",
    "- `/topics` lets you browse",
    "- Mention me in a channel, a thread or a post, or write to me directly",
    "- On anybody's message: Apps, *Find an answer*",
    "- `/forget-me` deletes what I keep about you",
    ...(examples.length === 0 ? [] : ["For example:", ...examples]),
  ].join("\n");
}
