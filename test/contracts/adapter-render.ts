import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/types.ts";
import { anyAnswer } from "../support/any-answer.ts";
import { abstained, citation, found, paragraph, table, text } from "../support/answers.ts";

/** What an adapter's renderer is held to; `NOW` of `test/support/answers.ts` is the time it draws at. */
export interface RenderContract<Payload> {
  readonly name: string;
  readonly render: (answer: Answer) => Payload | Promise<Payload>;
  /** Throws where the platform would refuse the payload: its published description and its limits. */
  readonly validate: (payload: Payload) => void;
  /** Every word a person sees, in reading order. */
  readonly visible: (payload: Payload) => string;
  /** What a notification or a screen reader says; the same as `visible` where a platform has no separate text. */
  readonly fallback: (payload: Payload) => string;
  /** Everything in the payload by which the platform would notify somebody. */
  readonly pings: (payload: Payload) => readonly string[];
  /** Every address that can be clicked and leads away from Docent. */
  readonly links: (payload: Payload) => readonly string[];
  /** What can be done next, as it is called there: labels of what can be pressed, commands that can be typed. */
  readonly offers: (payload: Payload) => readonly string[];
  /** The offer of what was cut away. */
  readonly rest: string;
  /** Where an answer stands is a link to its line; a terminal names the file, which lies beside it. */
  readonly linksPlaces: boolean;
}

const HOSTILE =
  "<!channel> <!here> <!everyone> <@U0123> <#C0123> <!subteam^S0123> @everyone @here <@123> <@&123>";

/** The suite every renderer passes: the same answer everywhere, each platform in its own best way. */
export function describeRenderer<Payload>(contract: RenderContract<Payload>): void {
  const { render, validate, visible, fallback, pings, links, offers } = contract;
  const said = (payload: Payload): string => [visible(payload), ...offers(payload)].join("\n");

  describe(`${contract.name}: the contract of a renderer`, () => {
    it("shows the whole of a short answer, in the page's order", async () => {
      const payload = await render(found());
      validate(payload);
      const shown = visible(payload);
      const words = [
        "Senior: ₹18–35+ lakh a year",
        "(backend developers in India)",
        "Level",
        "Pay, lakh ₹ a year",
      ];
      const places = words.map((word) => shown.indexOf(word));
      expect(
        places.every((place) => place >= 0),
        shown,
      ).toBe(true);
      expect(places).toEqual([...places].sort((one, other) => one - other));
      expect(shown.lastIndexOf("18–35+")).toBeGreaterThan(shown.indexOf("Pay, lakh"));
    });

    it("says where it stands: headings, file, lines, review and owner, and leads there where it can", async () => {
      const payload = await render(found());
      expect(visible(payload)).toContain("Salaries › India");
      expect(visible(payload)).toContain("careers/salaries.md:31-34");
      expect(visible(payload)).toContain("reviewed 3 weeks ago by careers-team");
      const address = "https://git.example/knowledge/careers/salaries.md#L31";
      expect(links(payload).includes(address)).toBe(contract.linksPlaces);
    });

    it("names every citation of an answer that stands on two pages", async () => {
      const other = citation({ page: "careers/bonus.md", headings: ["Bonus"] });
      const payload = await render(found({ citations: [citation(), other] }));
      validate(payload);
      expect(visible(payload)).toContain("careers/salaries.md:31-34");
      expect(visible(payload)).toContain("careers/bonus.md:31-34");
    });

    it("makes a review of over a year ago known", async () => {
      const payload = await render(found({ citations: [citation({ reviewed: "2024-01-01" })] }));
      expect(visible(payload)).toContain("last reviewed over a year ago");
    });

    it("names what is related, and offers nothing more where all is shown", async () => {
      const payload = await render(found());
      expect(said(payload)).toContain("Pay by region");
      expect(offers(payload)).not.toContain(contract.rest);
    });

    it("shows all of a long answer, or cuts it between lines, says how many are missing and offers them", async () => {
      const body = Array.from({ length: 300 }, (_, index) =>
        paragraph(`Line number ${index} of the page.`, index + 1),
      );
      const payload = await render(found({ body }));
      validate(payload);
      const shown = visible(payload).match(/Line number \d+ of the page\./gu)?.length ?? 0;
      const missing = Number(/… (\d+) more lines/u.exec(visible(payload))?.[1] ?? 0);
      expect(shown).toBeGreaterThan(5);
      expect(shown + missing).toBe(body.length);
      if (missing > 0) expect(offers(payload)).toContain(contract.rest);
      expect(visible(payload)).toContain("careers/salaries.md:31-34");
    });

    it("keeps a table's rows and a code block's lines whole when it cuts them", async () => {
      const rows = Array.from({ length: 400 }, (_, index) => [
        `row${index}begin`,
        `row${index}end`,
      ]);
      const tablePayload = await render(found({ body: [table(["First", "Last"], ...rows)] }));
      validate(tablePayload);
      const shown = visible(tablePayload);
      expect(shown.match(/row\d+begin/gu)?.length).toBe(shown.match(/row\d+end/gu)?.length);
      const code = Array.from({ length: 900 }, (_, index) => `begin${index} end${index}`).join(
        "\n",
      );
      const codePayload = await render(
        found({ body: [{ kind: "code", language: "sh", text: code, lines: [1, 902] }] }),
      );
      validate(codePayload);
      for (const [, number] of visible(codePayload).matchAll(/begin(\d+)/gu)) {
        expect(visible(codePayload)).toContain(`begin${number} end${number}`);
      }
    });

    it("says that it does not know, what is closest, and what to do next", async () => {
      const payload = await render(abstained({ didYouMean: "Who won the Kanban match?" }));
      validate(payload);
      expect(visible(payload)).toContain("I don't know: nothing in the knowledge answers that.");
      expect(said(payload)).toContain("Pay by region");
      expect(said(payload)).toContain("Who won the Kanban match?");
    });

    it("answers small talk with one line and cites nothing", async () => {
      const payload = await render(abstained({ reason: "small-talk", related: [] }));
      validate(payload);
      expect(visible(payload)).toContain("glad to help");
      expect(visible(payload)).not.toContain(".md");
    });

    it("fault 33: turns nothing a page, a heading or a path says into a ping", async () => {
      const hostile = citation({
        page: `${HOSTILE}.md`,
        headings: [HOSTILE, HOSTILE],
        owner: HOSTILE,
        url: `https://git.example/${HOSTILE.replaceAll(" ", "%20")}`,
      });
      const body = [
        paragraph(HOSTILE),
        table([HOSTILE], [HOSTILE]),
        { kind: "code", language: HOSTILE, text: HOSTILE, lines: [1, 1] } as const,
        {
          kind: "paragraph",
          children: [
            { kind: "link", href: "https://example.com/<!channel>", children: [text(HOSTILE)] },
          ],
          lines: [1, 1],
        } as const,
      ];
      for (const answer of [
        found({ body, citations: [hostile], related: [hostile] }),
        abstained({ didYouMean: HOSTILE, related: [hostile] }),
      ]) {
        const payload = await render(answer);
        validate(payload);
        expect(pings(payload)).toEqual([]);
      }
    });

    it("fault 32: lets only web and mail addresses be clicked, and keeps the words of the others", async () => {
      const hrefs = [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "../other.md",
      ];
      const body = hrefs.map((href, index) => ({
        kind: "paragraph" as const,
        children: [{ kind: "link" as const, href, children: [text(`words ${index}`)] }],
        lines: [index + 1, index + 1] as const,
      }));
      const payload = await render(
        found({ body, citations: [citation({ url: "javascript:alert(1)" })], related: [] }),
      );
      validate(payload);
      expect(links(payload)).toEqual([]);
      for (const index of hrefs.keys()) expect(visible(payload)).toContain(`words ${index}`);
    });

    it("goes on counting where an ordered list was cut out of a longer one", async () => {
      const list = {
        kind: "list" as const,
        ordered: true,
        start: 4,
        items: [{ children: [paragraph("Press the button.")], lines: [31, 31] as const }],
        lines: [31, 31] as const,
      };
      expect(visible(await render(found({ body: [list] })))).toContain("4. Press the button.");
    });

    it("joins the lines that a page's file is broken into, and keeps a break that was meant", async () => {
      const broken = {
        kind: "paragraph" as const,
        children: [
          text("one"),
          { kind: "break" as const, hard: false },
          text("two"),
          { kind: "break" as const, hard: true },
          text("three"),
        ],
        lines: [31, 33] as const,
      };
      expect(visible(await render(found({ body: [broken] })))).toMatch(/one two\s*\n\s*three/u);
    });

    it("draws the same answer the same way, changes nothing in it, and survives JSON", async () => {
      await fc.assert(
        fc.asyncProperty(anyAnswer, async (answer) => {
          const before = structuredClone(answer);
          const payload = await render(answer);
          expect(await render(answer)).toEqual(payload);
          expect(answer).toEqual(before);
          expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
        }),
        { numRuns: 50 },
      );
    });

    it("is accepted by the platform, pings nobody and links nowhere odd, for any answer whatsoever", async () => {
      await fc.assert(
        fc.asyncProperty(anyAnswer, async (answer) => {
          const payload = await render(answer);
          validate(payload);
          expect(pings(payload)).toEqual([]);
          for (const link of links(payload)) expect(link).toMatch(/^(?:https?:|mailto:)/u);
          expect(fallback(payload).trim()).not.toBe("");
          expect(fallback(payload).isWellFormed()).toBe(true);
          expect(visible(payload).isWellFormed()).toBe(true);
        }),
        { numRuns: 200 },
      );
    });

    it("says in the fallback what it shows: the words and where they stand", async () => {
      const spoken = fallback(await render(found()));
      expect(spoken).toContain("Senior: ₹18–35+ lakh a year");
      expect(spoken).toContain("careers/salaries.md:31-34");
    });
  });
}
