import { z } from "zod";

/** Reads Block Kit as a person (or Slack) does: what is seen, pressed, clicked, and who would be pinged. */

const node = z.looseObject({ type: z.string().optional() });
type Node = z.infer<typeof node>;

/** Every word that is seen, in reading order; lists with their markers, tables with one line a row. */
export function visibleText(blocks: unknown): string {
  return z
    .array(node)
    .parse(blocks)
    .map((block) => seen(block))
    .filter((words) => words !== "")
    .join("\n");
}

/** Labels of everything that can be pressed. */
export function buttonLabels(blocks: unknown): string[] {
  return pressables(blocks).map(({ label }) => label);
}

export interface Pressable {
  readonly label: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value: string;
  readonly type: string;
}

/** Everything that can be pressed. */
export function pressables(blocks: unknown): Pressable[] {
  return nodes(blocks).flatMap((block) => {
    const elements = block.type === "section" ? [block["accessory"]] : block["elements"];
    if (!Array.isArray(elements)) return [];
    return elements.flatMap((element): Pressable[] => {
      const parsed = z
        .object({
          type: z.string(),
          action_id: z.string(),
          value: z.string().optional(),
          text: z.object({ text: z.string() }).optional(),
          positive_button: z
            .object({ text: z.object({ text: z.string() }), value: z.string() })
            .optional(),
          negative_button: z
            .object({ text: z.object({ text: z.string() }), value: z.string() })
            .optional(),
        })
        .safeParse(element);
      if (!parsed.success) return [];
      const { data } = parsed;
      const common = {
        actionId: data.action_id,
        blockId: typeof block["block_id"] === "string" ? block["block_id"] : "b",
        type: data.type,
      };
      if (data.type === "button")
        return [{ ...common, label: data.text?.text ?? "", value: data.value ?? "" }];
      return [data.positive_button, data.negative_button].flatMap((choice) =>
        choice === undefined ? [] : [{ ...common, label: choice.text.text, value: choice.value }],
      );
    });
  });
}

/** Every address that can be clicked. */
export function links(blocks: unknown): string[] {
  return nodes(blocks).flatMap((each) => {
    if (each.type === "link" || each.type === "button" || each.type === "url")
      return typeof each["url"] === "string" ? [each["url"]] : [];
    if (each.type === "markdown")
      return [...mrkdwnOf(each).matchAll(MARKDOWN_LINK)].map(([, , url = ""]) => url);
    if (each.type !== "mrkdwn") return [];
    return [...mrkdwnOf(each).matchAll(/<((?:[a-z]+:)[^|>]*)(?:\|[^>]*)?>/giu)].map(([, url]) =>
      unescape(url ?? ""),
    );
  });
}

/** Everything by which Slack would notify somebody: mention elements, and control sequences in mrkdwn. */
export function pings(blocks: unknown, text = ""): string[] {
  const elements = nodes(blocks).flatMap((each) => {
    if (["user", "usergroup", "broadcast", "channel", "team"].includes(each.type ?? ""))
      return [JSON.stringify(each)];
    return each.type === "mrkdwn" || each.type === "markdown" ? sequences(mrkdwnOf(each)) : [];
  });
  return [...elements, ...sequences(text)];
}

function sequences(mrkdwn: string): string[] {
  return [...mrkdwn.matchAll(/<[!@#][^>]*>/gu)].map(([sequence]) => sequence);
}

function mrkdwnOf(each: Node): string {
  return typeof each["text"] === "string" ? each["text"] : "";
}

/** Every object of the tree. */
function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== "object" || value === null) return [];
  return [node.parse(value), ...Object.values(value).flatMap(nodes)];
}

function seen(each: Node): string {
  const elements = partsOf(each, "elements");
  switch (each.type) {
    case "rich_text":
      return elements.map(seen).join("\n");
    case "rich_text_list":
      return elements
        .map((one, index) => {
          const number = Number(each["offset"] ?? 0) + index + 1;
          return (each["style"] === "ordered" ? `${number}. ` : "• ") + seen(one);
        })
        .join("\n");
    case "table":
      return z
        .array(z.array(node))
        .parse(each["rows"])
        .map((row) => row.map(seen).join(" | "))
        .join("\n");
    case "context":
      return elements.map(seen).join(" ");
    case "mrkdwn":
      return unescape(
        mrkdwnOf(each)
          .replaceAll(/<[^|>]*\|([^>]*)>/gu, "$1")
          .replaceAll("*", ""),
      );
    case "markdown":
      return readMarkdown(mrkdwnOf(each)).trim();
    case "plan":
      return [titleOf(each), ...partsOf(each, "tasks").map(seen)].join("\n").trim();
    case "task_card":
      return [
        `${titleOf(each)} (${String(each["status"])})`,
        ...["details", "output"]
          .flatMap((name) => (name in each ? [node.parse(each[name])] : []))
          .map(seen),
        ...partsOf(each, "sources").map(seen),
      ].join("\n");
    case "url":
    case "plain_text":
    case "text":
    case "raw_text":
    case "link":
      return mrkdwnOf(each);
    case "section":
    case "header":
      return seen(node.parse(each["text"]));
    case "input":
      return seen(node.parse(each["label"]));
    case "user":
      return `@${String(each["user_id"])}`;
    case "divider":
    case "actions":
    case "context_actions":
      return "";
    default:
      return elements.map(seen).join("");
  }
}

function partsOf(each: Node, name: string): Node[] {
  const parts = each[name];
  return Array.isArray(parts) ? parts.map((one) => node.parse(one)) : [];
}

function titleOf(each: Node): string {
  return typeof each["title"] === "string" ? each["title"] : "";
}

const MARKDOWN_LINK = /\[([^\]]*)\]\(([^)]*)\)/gu;

/** Markdown as Slack shows it: bold without its signs, headings without theirs, bullets, links by their words. */
function readMarkdown(markdown: string): string {
  return markdown
    .replaceAll(MARKDOWN_LINK, "$1")
    .replaceAll(/\*\*([^\n]+?)\*\*/gu, "$1")
    .replaceAll(/^#{1,6} /gmu, "")
    .replaceAll(/^[-*] /gmu, "• ");
}

function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
