import { expect } from "vitest";

/** Every element and attribute the pages are made of. What is not here came from outside. */
const ELEMENTS =
  /^(?:a|article|blockquote|br|button|caption|circle|code|details|div|em|figcaption|figure|footer|form|h1|h2|h3|header|hr|input|label|li|mark|nav|ol|p|path|pre|rect|s|section|small|span|strong|summary|svg|table|tbody|td|th|thead|tr|ul)$/u;
const ATTRIBUTES =
  /^(?:action|aria-[a-z]+|autocapitalize|autocomplete|class|cx|cy|d|data-[a-z]+|dir|enterkeyhint|for|height|hidden|href|id|maxlength|method|name|placeholder|preserveaspectratio|r|rel|role|rx|scope|start|tabindex|type|value|viewbox|width|x)$/u;

/** Fails where HTML holds an element, an attribute or an address that our templates do not write. */
export function expectHarmless(html: string): void {
  const rest = html.replaceAll(
    /<(\/?)([a-z0-9]+)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*\/?>/gu,
    (_, _close, name: string, attributes: string) => {
      expect(name).toMatch(ELEMENTS);
      for (const [, attribute = "", value = ""] of attributes.matchAll(
        /([a-zA-Z-]+)(?:="([^"]*)")?/gu,
      )) {
        expect(attribute.toLowerCase()).toMatch(ATTRIBUTES);
        if (attribute === "href") expect(value).toMatch(/^(?:https?:\/\/|mailto:|\/|#)/iu);
      }
      return "";
    },
  );
  expect(rest).not.toContain("<");
}
