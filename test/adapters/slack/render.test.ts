import { expect, it } from "vitest";
import { createRender, renderNotice } from "../../../adapters/slack/render.ts";
import type { SlackMessage } from "../../../adapters/slack/render.ts";
import { describeChatRenderer } from "../../contracts/chat-render.ts";
import { blockFaults } from "../../fakes/slack/check-blocks.ts";
import { buttonLabels, links, pings, visibleText } from "../../fakes/slack/read-blocks.ts";
import { NOW, abstained, citation, found, paragraph, table } from "../../support/answers.ts";

const render = createRender({ now: NOW, human: true });

describeChatRenderer<SlackMessage>({
  name: "Slack",
  render,
  validate: ({ blocks, text }) => {
    expect(blockFaults(blocks)).toEqual([]);
    expect(text.length).toBeLessThanOrEqual(4000);
  },
  visible: ({ blocks }) => visibleText(blocks),
  fallback: ({ text }) => text,
  pings: ({ blocks, text }) => pings(blocks, text),
  links: ({ blocks }) => links(blocks),
  offers: ({ blocks }) => buttonLabels(blocks),
});

it("offers a human only where a channel for it is configured", () => {
  const silent = createRender({ now: NOW, human: false });
  expect(buttonLabels(render(abstained()).blocks)).toContain("Ask a human");
  expect(buttonLabels(silent(abstained()).blocks)).not.toContain("Ask a human");
});

it("offers to share what only the asker sees, and to leave where nobody asked", () => {
  const own = createRender({ now: NOW, human: true, onlyYou: true });
  expect(buttonLabels(own(found()).blocks)).toContain("Share to channel");
  const unasked = createRender({ now: NOW, human: true, unasked: true })(found());
  expect(buttonLabels(unasked.blocks)).toContain("Not it");
  expect(visibleText(unasked.blocks)).toContain("I answered by myself");
});

it("draws an answer that is given again as it drew it first, for each its own buttons", () => {
  const first = found({ id: "first" });
  const again = { ...first, id: "again" };
  const drawn = JSON.stringify(render(first));
  expect(JSON.stringify(render(again))).toBe(drawn.replaceAll(":first", ":again"));
  expect(JSON.stringify(render(first))).toBe(drawn);
  expect(drawn).toContain(":first");
});

it("offers three pinned questions where the message held none", () => {
  const hint = createRender({ now: NOW, human: true, pinned: ["One?", "Two?", "Three?", "Four?"] });
  const { blocks } = hint(abstained({ reason: "empty-query", related: [] }));
  expect(buttonLabels(blocks)).toEqual(["One?", "Two?", "Three?"]);
  expect(blockFaults(blocks)).toEqual([]);
});

it("draws the first table as Slack's own and a second one as a list, since Slack takes one a message", () => {
  const { blocks } = render(
    found({ body: [table(["A", "B"], ["1", "2"]), table(["C", "D"], ["3", "4"])] }),
  );
  expect(blocks.filter((block) => block.type === "table")).toHaveLength(1);
  expect(visibleText(blocks)).toContain("• 3 · D: 4");
});

it("draws a table whose columns have no names without a row for them, and an empty one not at all", () => {
  const { blocks } = render(found({ body: [table([], ["1", "2"])] }));
  expect(blocks.find((block) => block.type === "table")?.rows).toHaveLength(1);
  const { blocks: none } = render(found({ body: [paragraph("Words."), table(["", ""])] }));
  expect(none.some((block) => block.type === "table")).toBe(false);
  expect([...blockFaults(blocks), ...blockFaults(none)]).toEqual([]);
});

it("draws a nested list indented and goes on counting after it", () => {
  const { blocks } = render(
    found({
      body: [
        {
          kind: "list",
          ordered: true,
          start: 1,
          items: [
            {
              children: [
                paragraph("First"),
                {
                  kind: "list",
                  ordered: false,
                  start: 1,
                  items: [{ children: [paragraph("Inner")], lines: [2, 2] }],
                  lines: [2, 2],
                },
              ],
              lines: [1, 2],
            },
            { children: [paragraph("Second")], lines: [3, 3] },
          ],
          lines: [1, 3],
        },
      ],
    }),
  );
  expect(visibleText(blocks)).toContain("1. First\n• Inner\n2. Second");
});

it("says a notice in one plain sentence", () => {
  const { text, blocks } = renderNotice({ kind: "broken", id: "7f3a" });
  expect(text).toContain("7f3a");
  expect(visibleText(blocks)).toBe(text);
});

it("says where it does not know what is closest and what was meant, then what can be done, then what is related", () => {
  const answer = abstained({ didYouMean: "Kanban" });
  const { blocks, text } = render(answer);
  expect(visibleText(blocks)).toBe(
    [
      "I don't know: nothing in the knowledge answers that.",
      "Closest: Pay by region (careers/pay.md:31-34) · Did you mean Kanban?",
      "Related:",
    ].join("\n"),
  );
  expect(text).toBe(
    "I don't know: nothing in the knowledge answers that.\n" +
      "Closest: Pay by region (careers/pay.md:31-34) · Did you mean Kanban?",
  );
  expect(buttonLabels(blocks)).toEqual([
    "Kanban",
    "Ask a human",
    "Tell me when you know",
    "Pay by region",
  ]);
  expect(links(blocks)).toEqual(["https://git.example/knowledge/careers/salaries.md#L31"]);
});

it.each([
  ["in one text where nothing in it is a link", undefined, "2026-10-31", 1],
  ["around the link, where the page has an address", "https://git.example/a", "2026-10-31", 3],
  ["with an old review standing out", undefined, "2024-01-01", 2],
])("says where an answer stands %s", (_, url, reviewed, elements) => {
  const given = citation({ reviewed });
  const { url: _address, ...plain } = given.passage;
  const passage = url === undefined ? plain : { ...plain, url };
  const { blocks } = render(found({ citations: [{ ...given, passage }] }));
  const stands = blocks.find(
    (block) => block.type === "context" && visibleText([block]).includes("careers/salaries.md"),
  );
  expect(stands).toMatchObject({ elements: { length: elements } });
  expect(visibleText([stands])).toMatch(
    /^Salaries › India · careers\/salaries\.md:\d+-\d+ · (?:last )?reviewed .* ago by careers-team$/u,
  );
});
