import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Body } from "../../../adapters/discord/components.ts";
import { createRender, renderPassage, renderWhole } from "../../../adapters/discord/render.ts";
import { buttonUrl } from "../../../adapters/discord/web-address.ts";
import type { Citation } from "../../../src/index.ts";
import { webhookMessageFaults } from "../../fakes/discord/body-rules.ts";
import { conforms, describedHere } from "../../fakes/discord/openapi.ts";
import { screenOf } from "../../fakes/discord/screen.ts";
import { citation, found, NOW, paragraph } from "../../support/answers.ts";
import { PAGES } from "../../support/pages.ts";
import { begin, ben } from "./begin.ts";

type Citations = readonly [Citation, ...Citation[]];

const render = createRender({ now: NOW, view: "private", escalation: true });
const URL_OF_PAGE = "https://git.example/knowledge/careers/salaries.md#L31";
const citing = (url?: string): Body => {
  const { url: _, ...passage } = citation().passage;
  const cited = {
    ...citation(),
    passage: url === undefined ? passage : { ...passage, url },
  };
  return render(found({ citations: [cited], related: [] }));
};

interface Section {
  readonly type: 9;
  readonly components: readonly [{ readonly type: 10; readonly content: string }];
  readonly accessory: unknown;
}

/** What stands in the container of an answer, in order. */
function parts(body: Body): readonly { readonly type: number }[] {
  const [container] = body.components;
  return container !== undefined && "components" in container ? container.components : [];
}

function sections(body: Body): readonly Section[] {
  return parts(body).filter((part): part is Section => part.type === 9);
}

function check(body: Body): void {
  expect(webhookMessageFaults(body)).toEqual([]);
  if (describedHere) expect(conforms("MessageCreateRequest", body)).toEqual([]);
}

describe("where an answer stands, in Discord", () => {
  it("has a button beside it that opens the page, where the page has an address", () => {
    const body = citing(URL_OF_PAGE);
    check(body);
    expect(sections(body)).toEqual([
      {
        type: 9,
        components: [
          {
            type: 10,
            content:
              "-# Salaries › India · careers/salaries.md:31-34 · reviewed 3 weeks ago by careers-team",
          },
        ],
        accessory: { type: 2, style: 5, label: "Open page", url: URL_OF_PAGE },
      },
    ]);
    expect(screenOf(body).links).toEqual([URL_OF_PAGE]);
  });

  it("is a line of text where the page has none", () => {
    const body = citing();
    check(body);
    expect(sections(body)).toEqual([]);
    expect(screenOf(body).text).toContain(
      "Salaries › India · careers/salaries.md:31-34 · reviewed",
    );
    expect(screenOf(body).links).toEqual([]);
  });

  it("has a button for an address of 512 characters, and is a linked line for one of 513", () => {
    const longest = URL_OF_PAGE.padEnd(512, "x");
    expect(sections(citing(longest))).toHaveLength(1);
    const longer = citing(`${longest}x`);
    check(longer);
    expect(sections(longer)).toEqual([]);
    expect(screenOf(longer).links).toEqual([`${longest}x`]);
  });

  it("has no button for what is no web address, or one that Discord might refuse", () => {
    for (const url of [
      "javascript:alert(1)",
      "data:text/html,x",
      "mailto:careers@git.example",
      "discord://-/channels/1",
      "../salaries.md",
      "http://wiki/page",
      "http://localhost:8080/page",
      "http://127.0.0.1/page",
      "http://[::1]/page",
      "https://name:password@git.example/page",
      "https://git.example/page?100%",
      "https://git.example/page?{a}",
      "https://git.example/page#a#b",
    ]) {
      const body = citing(url);
      check(body);
      expect(sections(body), url).toEqual([]);
      expect(screenOf(body).text).toContain("careers/salaries.md:31-34");
    }
  });

  it("encodes in a button's address what an address cannot hold", () => {
    expect(buttonUrl("https://git.example/Gehälter (neu).md")).toBeUndefined();
    expect(buttonUrl("https://git.example/Gehälter(neu).md")).toBe(
      "https://git.example/Geh%C3%A4lter%28neu%29.md",
    );
    expect(buttonUrl("HTTPS://GIT.example:8443")).toBe("https://git.example:8443/");
    expect(buttonUrl("https://wörter.example/")).toBe("https://xn--wrter-jua.example/");
  });

  it("keeps the order of pages with and without an address", () => {
    const urls = [undefined, URL_OF_PAGE, undefined, undefined, URL_OF_PAGE];
    const all = urls.map((url, index) => {
      const { url: _, ...passage } = citation({ page: `page-${index}.md` }).passage;
      return { ...citation(), passage: url === undefined ? passage : { ...passage, url } };
    });
    const [first = citation(), ...more] = all;
    const body = render(found({ citations: [first, ...more] }));
    check(body);
    expect(screenOf(body).text.match(/page-\d/gu)).toEqual(all.map((_, index) => `page-${index}`));
    expect(parts(body).map((part) => part.type)).toEqual([10, 14, 10, 9, 10, 9]);
  });

  it("gives five pages a button, and links the others in their lines", () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      citation({ page: `${index}.md`, url: `https://git.example/${index}` }),
    );
    const [first = citation(), ...more] = many;
    const body = render(found({ citations: [first, ...more] }));
    check(body);
    expect(sections(body)).toHaveLength(5);
    expect(screenOf(body).links.toSorted()).toEqual(many.map(({ passage }) => passage.url));
  });

  it("stays within forty components and 4,000 characters for any mixture of pages", () => {
    const any = fc.constantFrom(
      citation(),
      citation({ url: "http://wiki/page" }),
      citation({ url: URL_OF_PAGE.padEnd(512, "x") }),
      citation({ url: URL_OF_PAGE.padEnd(900, "x") }),
      citation({ page: `${"x".repeat(290)}.md`, headings: ["<@1> @everyone".repeat(9)] }),
    );
    const body = [paragraph("A sentence of words. ".repeat(400))];
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 30 }), (many) => {
        const citations = many as unknown as Citations;
        const drawn = render(found({ body, citations, related: many }));
        check(drawn);
        expect(screenOf(drawn).mentions).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("has the button also below the whole of a long answer, and below a passage", () => {
    const blocks = Array.from({ length: 300 }, (_, line) => paragraph(`Line ${line}.`, line + 1));
    const whole = renderWhole(blocks, citation(), NOW);
    const passage = renderPassage({ ...citation().passage, body: [paragraph("Words.")] }, NOW);
    for (const pages of [whole, passage]) {
      pages.forEach(check);
      expect(pages.map((page) => sections(page).length)).toEqual([
        ...pages.slice(1).map(() => 0),
        1,
      ]);
    }
  });

  it("keeps its button when somebody votes on the answer", async () => {
    const printers = PAGES["it/printers.md"]?.replace("---\n", `---\nurl: ${URL_OF_PAGE}\n`) ?? "";
    const { people } = await begin({ pages: { ...PAGES, "it/printers.md": printers } });
    const given = people.slash(ben, "ask", { question: "Where is the colour printer?" });
    await people.until(() => given.shown, "the answer");
    const answer = people.sees(given);
    const place = URL_OF_PAGE.replace("#L31", "#colour-printer");
    expect(answer.links).toEqual([place]);
    const up = people.press(ben, answer, "Helpful");
    const marked = await people.until(() => up.updated, "the mark");
    expect(screenOf(marked).links).toEqual([place]);
    expect(screenOf(marked).text).toBe(answer.text);
  });
});
