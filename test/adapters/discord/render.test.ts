import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Body } from "../../../adapters/discord/components.ts";
import {
  createRender,
  renderAdmin,
  renderNotice,
  renderPassage,
  renderWhole,
} from "../../../adapters/discord/render.ts";
import { inlineText, plainText, type Inline } from "../../../src/index.ts";
import { describeChatRenderer } from "../../contracts/chat-render.ts";
import { webhookMessageFaults } from "../../fakes/discord/body-rules.ts";
import { screenOf } from "../../fakes/discord/screen.ts";
import { abstained, citation, found, NOW, paragraph, table, text } from "../../support/answers.ts";
import { anyBlocks, anyInlines } from "../../support/any-blocks.ts";

const render = createRender({ now: NOW, view: "private", escalation: true });

function validate(body: Body): void {
  expect(webhookMessageFaults(body)).toEqual([]);
}

describeChatRenderer<Body>({
  name: "Discord",
  render,
  validate,
  visible: (body) => screenOf(body).text,
  fallback: (body) => screenOf(body).text,
  pings: (body) => screenOf(body).mentions,
  links: (body) => screenOf(body).links,
  offers: (body) => screenOf(body).buttons.map((button) => button.label),
});

describe("Discord's renderer", () => {
  it("offers Share only to who sees the answer alone", () => {
    const labels = (view: "private" | "public"): string[] =>
      screenOf(createRender({ now: NOW, view, escalation: false })(found())).buttons.map(
        (button) => button.label,
      );
    expect(labels("private")).toContain("Share");
    expect(labels("public")).not.toContain("Share");
  });

  it("says of an automatic answer that it is one, and takes Not it", () => {
    const screen = screenOf(createRender({ now: NOW, view: "auto", escalation: false })(found()));
    expect(screen.text).toContain("I found this by myself");
    expect(screen.buttons.map((button) => button.label)).toEqual(["This helped", "Not it"]);
  });

  it("offers a human only where one is configured", () => {
    const asked = (escalation: boolean): string[] =>
      screenOf(createRender({ now: NOW, view: "private", escalation })(abstained())).buttons.map(
        (b) => b.label,
      );
    expect(asked(true)).toContain("Ask a human");
    expect(asked(false)).not.toContain("Ask a human");
  });

  it("aligns a narrow table and lists a wide one", () => {
    const narrow = JSON.stringify(
      render(found({ body: [table(["Level", "Pay"], ["Senior", "18"])] })),
    );
    expect(narrow).toContain("Level   Pay\\n──────  ───\\nSenior  18");
    const wide = screenOf(
      render(found({ body: [table(["Level", "Duty"], ["Senior", "x".repeat(80)])] })),
    );
    expect(wide.text).toContain(`- Senior · Duty: ${"x".repeat(80)}`);
  });

  it("keeps a code block's language and lets no fence of its own end it", () => {
    const code = "a\n```\nb `````";
    const body = render(
      found({ body: [{ kind: "code", language: "md", text: code, lines: [1, 4] }] }),
    );
    expect(JSON.stringify(body)).toContain("```md\\na");
    expect(screenOf(body).text.replaceAll("\u200B", "")).toContain(code);
  });

  it("shows three pinned questions to who asked nothing", () => {
    const pinned = ["How do I reset my VPN token?", "Who pays?", "What is Kanban?"];
    const hint = createRender({ now: NOW, view: "public", escalation: true, pinned });
    const screen = screenOf(hint(abstained({ reason: "empty-query", related: [] })));
    for (const question of pinned) expect(screen.text).toContain(question);
    expect(screen.buttons).toEqual([]);
  });

  it("deals a whole answer to several messages without losing a word", () => {
    const body = Array.from({ length: 300 }, (_, index) =>
      paragraph(`Line number ${index} of the page.`, index + 1),
    );
    const pages = renderWhole(body, citation(), NOW);
    pages.forEach(validate);
    expect(pages.length).toBeGreaterThan(1);
    const shown = pages.map((page) => screenOf(page).text).join("\n");
    for (const index of body.keys()) expect(shown).toContain(`Line number ${index} of the page.`);
  });

  it("keeps every word of any blocks that fit into five messages", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const pages = renderWhole(blocks, citation(), NOW);
        pages.forEach(validate);
        for (const page of pages) expect(screenOf(page).mentions).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("cuts even one endless word, between graphemes", () => {
    for (const body of [
      [paragraph("👩‍👩‍👧".repeat(2_000))],
      [{ kind: "code" as const, language: "", text: "x".repeat(9_000), lines: [1, 1] as const }],
    ]) {
      validate(render(found({ body })));
      const pages = renderWhole(body, citation(), NOW);
      pages.forEach(validate);
      const words = pages.map((page) => screenOf(page).text).join("");
      expect(words.length).toBeGreaterThan(9_000);
    }
  });

  it("stays within the limits at 3,999, 4,000 and 4,001 characters", () => {
    for (const length of [1_999, 2_000, 2_001, 3_999, 4_000, 4_001]) {
      const sentence = "A sentence of words. ".repeat(300).slice(0, length - 1) + ".";
      validate(render(found({ body: [paragraph(sentence)] })));
    }
  });

  it("draws notices, passages and what admins see within the limits", () => {
    validate(renderNotice({ kind: "limited", retryInMs: 61_000 }));
    expect(screenOf(renderNotice({ kind: "broken", id: "7f3a" })).text).toContain("(id 7f3a)");
    const passage = { ...citation().passage, body: [paragraph("Words of the page.")] };
    expect(screenOf(renderPassage(passage, NOW)[0]).text).toContain("India\n\nWords of the page.");
    const reply = renderAdmin({
      ok: true,
      body: Array.from({ length: 500 }, (_, line) => paragraph(`Problem ${line}`, line + 1)),
      next: [{ label: "Reload", command: "reload" }],
      json: {},
    });
    validate(reply);
    expect(screenOf(reply).buttons.map((button) => button.label)).toEqual(["Reload"]);
  });

  it("shows a page's Markdown signs as they were written", () => {
    const signs = "# no heading - *no* _em_ ~~x~~ ||s|| [a](https://b.example) > q <t:1:R> 1. x";
    const screen = screenOf(
      render(found({ body: [{ kind: "paragraph", children: [text(signs)], lines: [1, 1] }] })),
    );
    expect(screen.text).toContain(signs);
  });

  it("reads back as the words of any paragraph, whatever its marks", () => {
    fc.assert(
      fc.property(anyInlines, (children) => {
        const whole = plainText([{ kind: "paragraph", children, lines: [1, 1] }]);
        // Longer ones are cut.
        fc.pre(whole.length < 900);
        // A picture without words is called one, between the words around it.
        fc.pre(!JSON.stringify(children).includes('"alt":""'));
        // Of each piece by itself: after a link's words its address may be shown.
        const words = piecesOf(children).flatMap((piece) => piece.match(/[A-Za-z]{4,}/gu) ?? []);
        const screen = screenOf(
          render(found({ body: [{ kind: "paragraph", children, lines: [1, 1] }] })),
        );
        for (const word of words) expect(screen.text.replaceAll("\u200B", "")).toContain(word);
      }),
      { numRuns: 300 },
    );
  });
});

/** The texts that inline content is made of, in order. */
function piecesOf(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) =>
    "children" in inline ? piecesOf(inline.children) : [inlineText([inline])],
  );
}
