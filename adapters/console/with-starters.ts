import { starters } from "../../src/index.ts";
import type { Answer, Assistant } from "../../src/index.ts";
import { render } from "./render.ts";
import type { View } from "./render.ts";
import { safeLine } from "./safe-text.ts";

/** The answer; to whoever asked nothing, or what can be asked, with questions to start with. */
export async function renderWithStarters(
  answer: Answer,
  assistant: Pick<Assistant, "pinned">,
  view: View,
): Promise<string> {
  const questions = await starters(answer, assistant);
  const examples = questions.map((question) => `\n  ${safeLine(question)}`);
  const head = examples.length === 0 ? "" : "\n\nFor example:";
  return `${render(answer, view)}${head}${examples.join("")}`;
}
