import { isObject } from "./component-rules.ts";
import { readMarkdown } from "./read-markdown.ts";

/** A message as a person sees it. */
export interface Screen {
  readonly text: string;
  /** What opens an address: links in the words, then buttons. */
  readonly links: readonly string[];
  readonly mentions: readonly string[];
  /** In reading order: what can be pressed, and what it sends. */
  readonly buttons: readonly { readonly label: string; readonly id: string }[];
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly menu: string;
  }[];
  readonly ephemeral: boolean;
}

/** Draws a body that was sent: its texts in order, its buttons, its menus. */
export function screenOf(body: unknown): Screen {
  const texts: string[] = [];
  const opened: string[] = [];
  const buttons: { label: string; id: string }[] = [];
  const options: { label: string; value: string; menu: string }[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (!isObject(value)) return;
    if (value["type"] === 10) texts.push(String(value["content"]));
    if (value["type"] === 2 && typeof value["url"] === "string") opened.push(value["url"]);
    else if (value["type"] === 2)
      buttons.push({ label: String(value["label"]), id: String(value["custom_id"]) });
    if (value["type"] === 3 && Array.isArray(value["options"])) {
      for (const option of value["options"]) {
        options.push({
          label: String(option.label),
          value: String(option.value),
          menu: String(value["custom_id"]),
        });
      }
    }
    walk(value["components"]);
    walk(value["accessory"]);
  };
  if (isObject(body)) {
    if (typeof body["content"] === "string") texts.push(body["content"]);
    walk(body["components"]);
  }
  const readings = texts.map(readMarkdown);
  return {
    text: readings.map((reading) => reading.text).join("\n"),
    links: [...readings.flatMap((reading) => reading.links), ...opened],
    mentions: readings.flatMap((reading) => reading.mentions),
    buttons,
    options,
    ephemeral: isObject(body) && (Number(body["flags"] ?? 0) & 64) !== 0,
  };
}
