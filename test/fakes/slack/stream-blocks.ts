import type { Chunk } from "./check-stream.ts";

export type TaskDisplay = "timeline" | "plan";
type TaskUpdate = Extract<Chunk, { type: "task_update" }>;

/**
 * What a streamed message shows for what was sent so far, in the order in which it came: texts run on, a task stays where
 * it first stood. As a plan all tasks stand together, where the first of them (or the plan's title) came.
 * https://docs.slack.dev/reference/methods/chat.startStream
 */
export function streamBlocks(sent: readonly Chunk[], display: TaskDisplay): unknown[] {
  const blocks: unknown[] = [];
  const updates = Map.groupBy(sent.filter(isTask), ({ id }) => id);
  const title = sent.findLast((one) => one.type === "plan_update")?.title ?? "";
  const plan = { type: "plan", title, tasks: [...updates.values()].map(cardOf) };
  let running: { type: "markdown"; text: string } | undefined;

  function place(...some: readonly unknown[]): void {
    running = undefined;
    blocks.push(...some);
  }

  for (const one of sent) {
    if (one.type === "markdown_text") {
      if (running === undefined) {
        const begun = { type: "markdown" as const, text: "" };
        place(begun);
        running = begun;
      }
      running.text += one.text;
    } else if (one.type === "blocks") place(...one.blocks);
    else if (display === "plan") {
      if (!blocks.includes(plan)) place(plan);
      // A timeline has no title, and a task no second place in it.
    } else if (one.type === "task_update") {
      const all = updates.get(one.id) ?? [];
      if (all[0] === one) place(cardOf(all));
    }
  }
  return blocks;
}

function isTask(one: Chunk): one is TaskUpdate {
  return one.type === "task_update";
}

/** A later update replaces title, status and sources, and goes on with details and output (seen by others in Slack itself). */
function cardOf(updates: readonly TaskUpdate[]): unknown {
  const [first] = updates;
  const last = updates.at(-1);
  if (first === undefined || last === undefined) throw new Error("a card without an update");
  const sources = updates.findLast((update) => update.sources !== undefined)?.sources;
  const details = updates.map((update) => update.details ?? "").join("");
  const output = updates.map((update) => update.output ?? "").join("");
  return {
    type: "task_card",
    task_id: first.id,
    title: last.title,
    status: last.status,
    ...(details !== "" && { details: richText(details) }),
    ...(output !== "" && { output: richText(output) }),
    ...(sources !== undefined && { sources }),
  };
}

function richText(text: string): unknown {
  const section = { type: "rich_text_section", elements: [{ type: "text", text }] };
  return { type: "rich_text", elements: [section] };
}
