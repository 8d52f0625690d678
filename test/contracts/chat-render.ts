import { describe, expect, it } from "vitest";
import { abstained, found, paragraph } from "../support/answers.ts";
import { describeRenderer, type RenderContract } from "./adapter-render.ts";

/** What the renderer of a chat platform passes: the contract of every renderer, and what people press below an answer. */
export function describeChatRenderer<Payload>(
  contract: Omit<RenderContract<Payload>, "rest" | "linksPlaces">,
): void {
  describeRenderer({ ...contract, rest: "Show all", linksPlaces: true });
  const { render, offers } = contract;
  const labels = async (answer: Parameters<typeof render>[0]): Promise<readonly string[]> =>
    offers(await render(answer));

  describe(`${contract.name}: the buttons of a chat platform`, () => {
    it("take feedback and lead to what is related, by its name", async () => {
      const pressed = await labels(found());
      for (const label of ["Helpful", "Not helpful", "Pay by region"]) {
        expect(pressed).toContain(label);
      }
    });

    it("show the rest of an answer that is too long for a message", async () => {
      const body = Array.from({ length: 300 }, (_, index) =>
        paragraph(`Line number ${index} of the page.`, index + 1),
      );
      expect(await labels(found({ body }))).toContain("Show all");
    });

    it("lead on where there is no answer: what was meant, a human, word when there is one", async () => {
      const pressed = await labels(abstained({ didYouMean: "Who won the Kanban match?" }));
      expect(pressed.some((label) => label.endsWith("Who won the Kanban match?"))).toBe(true);
      for (const label of ["Ask a human", "Tell me when you know"]) {
        expect(pressed).toContain(label);
      }
    });

    it("are not below small talk", async () => {
      expect(await labels(abstained({ reason: "small-talk", related: [] }))).toEqual([]);
    });
  });
}
