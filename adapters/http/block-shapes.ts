import { z } from "zod";
import type { Block, Inline } from "../../src/index.ts";

/** Every shape with a name of its own in the description. */
export const names = z.registry<{ id: string; description?: string }>();

/** Gives a shape a name in the description. */
export function named<Shape extends z.ZodType>(
  id: string,
  description: string,
  shape: Shape,
): Shape {
  names.add(shape, { id, description });
  return shape;
}

export const lines = z
  .tuple([z.int().min(0), z.int().min(0)])
  .describe("First and last line of the page's file, counted from 1, both included.");

const inlineShape: z.ZodType<Inline> = named(
  "Inline",
  "Text inside a block. A mark wraps the words an answer rests on.",
  z.lazy(() => {
    const children = z.array(inlineShape);
    return z.union([
      z.object({ kind: z.enum(["text", "code"]), text: z.string() }),
      z.object({ kind: z.enum(["strong", "emphasis", "mark"]), children }),
      z.object({ kind: z.literal("link"), href: z.string(), children }),
      z.object({ kind: z.literal("image"), href: z.string(), alt: z.string() }),
      z.object({ kind: z.literal("break"), hard: z.boolean() }),
    ]);
  }),
);

export const blockShape: z.ZodType<Block> = named(
  "Block",
  "A piece of a page, with the lines it stands on.",
  z.lazy(() => {
    const inlines = z.array(inlineShape);
    const blocks = z.array(blockShape);
    return z.union([
      z.object({ kind: z.literal("paragraph"), children: inlines, lines }),
      z.object({ kind: z.literal("heading"), level: z.int(), children: inlines, lines }),
      z.object({
        kind: z.literal("list"),
        ordered: z.boolean(),
        start: z.int(),
        items: z.array(z.object({ children: blocks, lines })),
        lines,
      }),
      z.object({
        kind: z.literal("table"),
        header: z.array(inlines),
        align: z.array(z.enum(["left", "center", "right", "none"])),
        rows: z.array(z.object({ cells: z.array(inlines), lines })),
        lines,
      }),
      z.object({ kind: z.literal("code"), language: z.string(), text: z.string(), lines }),
      z.object({ kind: z.literal("quote"), children: blocks, lines }),
      z.object({ kind: z.literal("rule"), lines }),
    ]);
  }),
);
