import { describe, expect, it } from "vitest";
import { IRREGULAR_FORMS } from "../../src/search/irregular-forms.ts";
import { contentStems, stemOf } from "../../src/search/terms.ts";

describe("irregular forms", () => {
  it.each([
    ["Who chose it?", "Who has chosen and who chooses it?"],
    ["the children of women", "a child of a woman"],
    ["two indices", "two indexes"],
    ["they began, grew and sold", "they begin, grow and sell"],
  ])("have the stem of what they are forms of: “%s”", (one, other) => {
    expect(new Set(contentStems(one))).toEqual(new Set(contentStems(other)));
  });

  it("are kept apart from words that only look like them", () => {
    expect(stemOf("found")).not.toBe(stemOf("find"));
    expect(stemOf("made")).not.toBe(stemOf("make"));
    expect(stemOf("left")).not.toBe(stemOf("leave"));
    expect(stemOf("led")).not.toBe(stemOf("lead"));
    expect(stemOf("drew")).not.toBe(stemOf("draw"));
    expect(stemOf("wrote")).not.toBe(stemOf("write"));
  });

  it("are forms of one base each, which is no form itself", () => {
    for (const [form, base] of IRREGULAR_FORMS) {
      expect(form).toMatch(/^[a-z]{3,}$/);
      expect(base).toMatch(/^[a-z]{3,}$/);
      expect(IRREGULAR_FORMS.has(base), base).toBe(false);
    }
  });
});
