/** What a person sees of an answer's HTML: words line by line, list items with their numbers, without what is hidden. */
export function readHtml(html: string): string {
  const lists: (number | undefined)[] = [];
  let text = "";
  const visible = html.replaceAll(/<(\w+)[^>]*\shidden[^>]*>[\s\S]*?<\/\1>/gu, "");
  for (const [, closing, name = "", attributes = "", words] of visible.matchAll(
    /<(\/?)(\w+)([^>]*)>|([^<]+)/gu,
  )) {
    if (words !== undefined) {
      text += decoded(words).replaceAll(/\s+/gu, " ");
    } else if (name === "ol" || name === "ul") {
      if (closing === "/") lists.pop();
      else
        lists.push(name === "ul" ? undefined : Number(/start="(\d+)"/u.exec(attributes)?.[1] ?? 1));
    } else if (closing === "" && LINES.has(name)) {
      text = `${text.trimEnd()}\n`;
      if (name === "li") text += markerOf(lists);
    }
  }
  return text.trim();
}

/** Every address that can be clicked and is none of our own pages. */
export function outwardLinks(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]*)"/gu)]
    .map(([, address = ""]) => decoded(address))
    .filter((address) => !/^\/(?![/\\])/u.test(address));
}

const LINES = new Set(["p", "br", "li", "tr", "h2", "h3", "div", "pre", "footer", "button"]);

function markerOf(lists: (number | undefined)[]): string {
  const number = lists.at(-1);
  if (number === undefined) return "";
  lists[lists.length - 1] = number + 1;
  return `${number}. `;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

function decoded(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => ENTITIES[entity] ?? entity);
}
