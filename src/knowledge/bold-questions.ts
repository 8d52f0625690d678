import { inlineText } from "../plain-text.ts";
import type { Block, Inline } from "../types.ts";

/** In fewer words a question leans on what stands before it: "Why?" */
const FEWEST_WORDS = 3;
/** Below any heading, which ends it. */
const LEVEL = 7;

/**
 * A page's blocks with each question in bold that begins a paragraph (the summary of HTML's `<details>`, too) as a heading
 * below the heading above it: pages of questions and answers are often written so, and each is a section of its own. One that
 * nothing follows stays what it is.
 */
export function withBoldQuestions(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block, at): readonly Block[] => {
    const [question, ...rest] = block.kind === "paragraph" ? block.children : [];
    if (question?.kind !== "strong" || !asks(question)) return [block];
    const [first, last] = block.lines;
    const answer = answerIn(rest);
    const next = blocks[at + 1]?.kind;
    if (answer.length === 0 && (next === undefined || next === "heading")) return [block];
    const from = rest[0]?.kind === "break" ? first + 1 : first;
    return [
      { kind: "heading", level: LEVEL, children: question.children, lines: [first, first] },
      ...(answer.length === 0
        ? []
        : [{ kind: "paragraph", children: answer, lines: [from, last] } as const]),
    ];
  });
}

function asks(inline: Inline): boolean {
  const words = inlineText([inline]).trim();
  return words.endsWith("?") && words.split(/\s+/u).length >= FEWEST_WORDS;
}

/** Without the break or the space that parts it from its question. */
function answerIn([first, ...others]: readonly Inline[]): readonly Inline[] {
  if (first === undefined || first.kind === "break") return others;
  if (first.kind !== "text") return [first, ...others];
  const text = first.text.trimStart();
  return text === "" ? answerIn(others) : [{ kind: "text", text }, ...others];
}
