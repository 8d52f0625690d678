import type { DeclaredQuestion, Topic } from "./types.ts";

/**
 * Questions to start with: what pages declare that this asker may read, one a page, taken from the topics in turn so that
 * three of them show three different things. The same for everybody with the same topics.
 */
export function pickPinned(
  declared: readonly DeclaredQuestion[],
  readable: readonly Topic[],
  limit: number,
): readonly string[] {
  const firstOf = new Map<string, string>();
  for (const question of declared) {
    if (question.kind === "answers" && !firstOf.has(question.page)) {
      firstOf.set(question.page, question.text);
    }
  }
  const queues = readable
    .map((topic) => topic.pages.map((page) => firstOf.get(page.path)))
    .map((texts) => texts.filter((text) => text !== undefined))
    .filter((texts) => texts.length > 0);

  const picked = new Set<string>();
  const rounds = Math.max(0, ...queues.map((queue) => queue.length));
  for (let round = 0; round < rounds; round += 1) {
    for (const queue of queues) {
      if (picked.size >= limit) return [...picked];
      const text = queue[round];
      if (text !== undefined) picked.add(text);
    }
  }
  return [...picked].slice(0, limit);
}
