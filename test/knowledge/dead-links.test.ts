import { describe, expect, it } from "vitest";
import { deadLinks } from "../../src/knowledge/dead-links.ts";
import { passagesOf } from "../../src/knowledge/passages.ts";

function check(
  pages: Readonly<Record<string, string>>,
  others?: readonly string[],
): readonly string[] {
  const read = Object.entries(pages).map(([path, markdown]) => passagesOf({ path, markdown }));
  const files = others === undefined ? undefined : new Set([...Object.keys(pages), ...others]);
  return deadLinks(read, files).map(
    ({ page, line, code, message }) => `${page}:${line} ${code} ${message}`,
  );
}

describe("links between pages", () => {
  it("are reported where they lead nowhere, with what was probably meant", () => {
    const problems = check({
      "it/vpn.md":
        "# VPN\n\nSee [Wi-Fi](wifi.md),\n[it](../hr/leave.md#anual) and\n- [this](#reset).\n\n## Resets\n\ntext",
      "it/wi-fi.md": "# Wi-Fi [x](../it/vpm.md)\n\ntext",
      "hr/leave.md": "# Leave\n\n## Annual\n\n| a |\n|---|\n| [moved](wi-fi.md) |",
    });
    expect(problems).toEqual([
      "it/vpn.md:3 dead-link The link leads to it/wifi.md, which is no page of the knowledge, did you mean it/wi-fi.md?",
      "it/vpn.md:4 dead-anchor The link leads to the section #anual, which hr/leave.md does not have, did you mean #annual?",
      "it/vpn.md:5 dead-anchor The link leads to the section #reset, which it/vpn.md does not have, did you mean #resets?",
      "it/wi-fi.md:1 dead-link The link leads to it/vpm.md, which is no page of the knowledge, did you mean it/vpn.md?",
      "hr/leave.md:7 dead-link The link leads to hr/wi-fi.md, which is no page of the knowledge, did you mean it/wi-fi.md?",
    ]);
  });

  it("may name any section, an HTML anchor, the heading of a page called otherwise, or a repeated heading as GitHub counts", () => {
    const target =
      '---\ntitle: The office\n---\n# Where we work\n\n<a name="Map"></a>\n\n## Rooms\n\n### Größe\n\na\n\n## Rooms\n\nb';
    const links = [
      "the-office",
      "where-we-work",
      "Map",
      "rooms",
      "rooms-1",
      "rooms-2",
      "gr%C3%B6%C3%9Fe",
      "top",
      "",
    ];
    const page = links.map((anchor) => `[a](./b%20c.md#${anchor})`).join("\n");
    expect(check({ "a.md": page, "b c.md": target })).toEqual([]);
  });

  it("are left alone where only others could judge them", () => {
    const page = [
      "[a](https://example.com/x.md) [b](mailto:a@example.com) [c](plan.pdf) ![d](plan.png) [e](/it/gone.md)",
      "[f](../../outside.md) [g](../README.md) [h](folder/) [i](page) [j](%E0%A4%A.txt)",
    ].join("\n");
    expect(check({ "it/a.md": page })).toEqual([]);
  });

  it("are reported without a guess where nothing is near", () => {
    expect(check({ "a.md": "[x](nothing-like-it.md) [y](#nothing-like-it)" })).toEqual([
      "a.md:1 dead-link The link leads to nothing-like-it.md, which is no page of the knowledge",
      "a.md:1 dead-anchor The link leads to the section #nothing-like-it, which a.md does not have",
    ]);
  });
});

describe("links to files, and images", () => {
  it("are reported where the folder has no such file, with one that is called so", () => {
    const page = [
      "See [the plan](plan.pdf), ![the map](../img/Map.png)",
      "and ![a lamp](img/lamp.png?raw=true#x).",
      "",
      '<img src="gone.svg" alt="gone">',
    ].join("\n");
    expect(check({ "it/a.md": page }, ["img/map.png", "it/img/lamps.png"])).toEqual([
      "it/a.md:1 dead-file The link leads to it/plan.pdf, which is no file of the folder",
      "it/a.md:1 dead-file The image is img/Map.png, which is no file of the folder, did you mean img/map.png?",
      "it/a.md:2 dead-file The image is it/img/lamp.png, which is no file of the folder",
      "it/a.md:4 dead-file The image is it/gone.svg, which is no file of the folder",
    ]);
  });

  it("may lead to any file, folder or page", () => {
    const page =
      "[a](a%20b.pdf) ![b](./img/Gr%C3%B6%C3%9Fe.png) [c](../node.js) [d](vue.js) [e](x)";
    const files = ["it/a b.pdf", "it/img/Größe.png", "node.js/setup.sh"];
    expect(check({ "it/a.md": page, "it/vue.js.md": "Vue" }, files)).toEqual([]);
  });

  it("are left alone where a site, its generator or a hidden folder has them", () => {
    const page = [
      "[a](https://example.com/x.pdf) ![b](/img/x.png) [c](../x.png) [d](page.html) [e](v1.2)",
      "![f](@site/static/x.png) ![g](~/assets/x.png) ![h]({{base}}/x.png) ![i](.attachments/x.png)",
    ].join("\n");
    expect(check({ "a.md": page }, [])).toEqual([]);
  });
});
