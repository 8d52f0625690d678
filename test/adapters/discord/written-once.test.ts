import fc from "fast-check";
import { expect, it } from "vitest";
import { messageJson } from "../../../adapters/discord/message-json.ts";
import { createRender } from "../../../adapters/discord/render.ts";
import { createWriting } from "../../../adapters/discord/written-once.ts";
import type { Answer } from "../../../src/index.ts";
import { abstained, citation, found, NOW, paragraph } from "../../support/answers.ts";

const DAY_MS = 86_400_000;
const STAND_IN = "0123456789abcdefghijkl";

function open() {
  const drawn: Answer[] = [];
  const write = createWriting((answer, view, now) => {
    drawn.push(answer);
    return createRender({ now, view, escalation: true })(answer);
  }, STAND_IN);
  return { drawn, write };
}

const related = [citation({ headings: ["Pay", "Pay by region"] })];
const body = [paragraph("Senior: ₹18–35+ lakh a year.")];
/** Some of them share parts with others: none may be taken for another. */
const OUTCOMES: readonly Answer[] = [
  found(),
  found({ related }),
  found({ related, body }),
  found({ related, body, citations: [citation({ headings: ["Elsewhere"] })] }),
  found({ related, body: [paragraph("A long line of words. ".repeat(400))] }),
  abstained({ related }),
  abstained({ related, reason: "no-hit" }),
  abstained({ related, didYouMean: "What is Kanban?" }),
  abstained({ related: [] }),
];

const asked = fc.record({
  outcome: fc.constantFrom(...OUTCOMES),
  id: fc.stringMatching(/^[\w-]{22}$/u),
  view: fc.constantFrom("private", "public", "auto"),
  day: fc.integer({ min: 0, max: 2 }),
});

it("whatever was answered before, an answer is sent as it would be drawn anew", () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 30 }), (questions) => {
      const { write } = open();
      for (const { outcome, id, view, day } of questions) {
        const now = NOW + day * DAY_MS;
        const answer = { ...outcome, id };
        const anew = createRender({ now, view, escalation: true })(answer);
        expect(JSON.parse(messageJson(write(answer, view, now)))).toEqual(
          JSON.parse(JSON.stringify(anew)),
        );
      }
    }),
  );
});

it("what is asked again is not drawn again before the day is over, whoever asks", () => {
  const { drawn, write } = open();
  const answer = found();
  for (const [id, now] of [
    ["one", NOW],
    ["two", NOW + 1],
    ["three", NOW + DAY_MS],
  ] as const) {
    const asker = { id: `discord:${id}`, labels: [] };
    const sent = messageJson(write({ ...answer, id, query: { text: "x", asker } }, "public", now));
    expect(sent).toContain(`d1:helpful:${id}:0`);
    expect(sent).not.toContain(STAND_IN);
  }
  expect(drawn).toHaveLength(2);
});

it("what its call has beside a message stands beside it, whether the message was written before or not", () => {
  const { write } = open();
  const answer = found();
  const anew = createRender({ now: NOW, view: "public", escalation: true })(answer);
  const besides = { nonce: "q1", enforce_nonce: true };
  for (const message of [anew, write(answer, "public", NOW)]) {
    const sent: unknown = JSON.parse(messageJson(message, besides));
    expect(sent).toEqual(JSON.parse(JSON.stringify({ ...anew, ...besides })));
  }
});
