import { describe, expect, it } from "vitest";
import type { Answer, Assistant, Block } from "../../../src/index.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { isObject } from "../../fakes/discord/component-rules.ts";
import { BOT } from "../../fakes/discord/payloads.ts";
import { found, paragraph } from "../../support/answers.ts";
import { begin, ben, ended, expectNothingLost } from "./begin.ts";
import { HUMANS } from "./setting.ts";

const PRINTER = "Where is the colour printer?";

/** Everything that a body says, as Discord gets it. */
function markdownOf(body: unknown): string {
  if (Array.isArray(body)) return body.map(markdownOf).join("\n");
  if (!isObject(body)) return "";
  const own = typeof body["content"] === "string" ? body["content"] : "";
  return `${own}\n${markdownOf(body["components"])}`;
}

/** Answers every question with these blocks. */
const saying = (body: readonly Block[]) => (assistant: Assistant) => {
  const say = <A extends Answer | undefined>(answer: A): A =>
    answer === undefined ? answer : { ...answer, ...found({ id: answer.id, body }) };
  return {
    ...assistant,
    ask: async (...asked: Parameters<Assistant["ask"]>) => say(await assistant.ask(...asked)),
    recall: async (...asked: Parameters<Assistant["recall"]>) =>
      say(await assistant.recall(...asked)),
  };
};

/** Numbered lines of exactly so many characters. */
function linesOf(length: number): string {
  const lines = Array.from({ length: 2_000 }, (_, index) => `line ${index} of the script`);
  return lines.join("\n").slice(0, length - 1) + ";";
}

describe("fault 9: answers at the edge of what Discord takes", () => {
  it.each([1_999, 2_000, 2_001, 3_999, 4_000, 4_001, 12_000])(
    "code of %i characters is shown in whole fences, and all of it on demand",
    async (length) => {
      const code = linesOf(length);
      const setting = await begin({
        instead: saying([
          paragraph("This is the script:", 1),
          { kind: "code", language: "sh", text: code, lines: [3, 500] },
        ]),
      });
      const { people } = setting;
      const given = people.slash(ben, "ask", { question: PRINTER });
      await people.until(() => given.shown, "the answer");
      const bodies: unknown[] = [given.shown];
      const seen = people.sees(given);
      expect(seen.text.startsWith("This is the script:")).toBe(true);
      if (seen.buttons.some(({ label }) => label === "Show all")) {
        const all = people.press(ben, seen, "Show all");
        await people.until(() => JSON.stringify([all.shown, all.followUps]).includes(";"), "it");
        bodies.splice(0, 1, all.shown, ...all.followUps);
      }
      const fences = bodies.flatMap((body) => {
        const markdown = markdownOf(body);
        expect((markdown.match(/^```/gmu) ?? []).length % 2).toBe(0);
        return [...markdown.matchAll(/^```sh\n([^]*?)\n```$/gmu)].map((fence) => fence[1]);
      });
      expect(fences.join("\n")).toBe(code);
      await expectNothingLost(setting, {});
    },
  );
});

describe("fault 10: a question that is made of marks", () => {
  it("is shown to people as it was written, and draws nothing", async () => {
    const setting = await begin();
    const { people } = setting;
    const question = "> who **waters**\n```js\nconst bonsai = `quixotic`;\n```\n# ||really||?";
    const given = people.slash(ben, "ask", { question });
    await people.until(() => given.shown, "the silence");
    const pressed = people.press(ben, people.sees(given), "Ask a human");
    await people.until(() => pressed.shown, "the confirmation");
    const [call] = people.seesIn(HUMANS.id);
    for (const line of question.split("\n")) expect(call?.text).toContain(line);
    expect(markdownOf(call?.body)).not.toMatch(/(?:^|[^\\])(?:```|\|\|)/u);
  });
});

describe("fault 5: a question that takes too long to look up", () => {
  it("is told to be shorter, and the next one is answered", async () => {
    const clock = createFakeClock(Date.now());
    let hangs = true;
    const setting = await begin({
      clock,
      answerMs: 800,
      before: () => (hangs ? new Promise(() => undefined) : Promise.resolve()),
    });
    const { people } = setting;
    const given = people.slash(ben, "ask", { question: PRINTER });
    const id = people.says(ben, `<@${BOT.id}> ${PRINTER}`);
    await people.until(() => setting.reception.inFlight() === 2, "both");
    await clock.advance(900);
    await people.until(() => given.shown && people.seesIn(id).length > 0, "what they are told");
    for (const seen of [people.sees(given), people.seesIn(id)[0]])
      expect(seen?.text).toContain("Please shorten it");
    hangs = false;
    const next = people.slash(ben, "ask", { question: PRINTER });
    await people.until(() => next.shown, "the answer");
    expect(people.sees(next).text).toContain("second floor");
    await expectNothingLost(setting, { messages: [id], interactions: [given, next] });
  });
});

describe("an answer whose call takes its time", () => {
  it("is known already to who presses its buttons before Discord has confirmed it", async () => {
    const setting = await begin();
    const { people, fake, metrics } = setting;
    fake.rest.fault({ path: /callback$/u, times: 1, kind: "slow", ms: 1_500 });
    const given = people.slash(ben, "ask", { question: PRINTER });
    await people.until(() => given.shown, "the answer");
    const pressed = people.press(ben, people.sees(given), "Helpful");
    await people.until(() => pressed.updated, "the mark");
    await ended(setting);
    expect(metrics.total("answers_total")).toBe(1);
    expect(metrics.total("votes_total", { vote: "helpful" })).toBe(1);
  });
});
