import fc from "fast-check";
import { expect, it } from "vitest";
import { answerView } from "../../adapters/slack/answer-view.ts";
import { createRender } from "../../adapters/slack/render.ts";
import { adminReplies } from "../../bench/slack/admin-replies.ts";
import { drawMessage, drawView } from "../../bench/slack/page.ts";
import { buttonLabels, visibleText } from "../fakes/slack/read-blocks.ts";
import { NOW } from "../support/answers.ts";
import { anyAnswer } from "../support/any-answer.ts";

/** What a reader of the page sees, without spaces: those are the browser's. */
function seen(drawn: string): string {
  return drawn
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll(/\s/gu, "");
}

/** Every word of the blocks and every button's label, in pieces between the signs that only a drawing has. */
function expectDrawn(drawn: string, blocks: unknown): void {
  const page = seen(drawn);
  const words = [...visibleText(blocks).split(/[\s|•]+|\d+\. /u), ...buttonLabels(blocks)];
  for (const word of words) expect(page).toContain(word.replaceAll(/\s/gu, ""));
}

it("every word of an administrator's reply is on the page", async () => {
  const replies = await adminReplies();
  expect(replies.map(({ caption }) => caption)).toContain("/docent status");
  for (const { message } of replies)
    expectDrawn(drawMessage("Docent", message.blocks), message.blocks);
});

it("every word of an answer is on the page, as a message and in a modal", () => {
  const render = createRender({ now: NOW, human: true, onlyYou: true });
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      const { blocks } = render(answer);
      expectDrawn(drawMessage("Docent", blocks), blocks);
      const view = answerView(answer, { now: NOW, human: true });
      expectDrawn(drawView("Docent", view.blocks), view.blocks);
    }),
    { numRuns: 60 },
  );
});
