import { z } from "zod";

/**
 * The Block Kit blocks Docent sends, as https://docs.slack.dev/reference/block-kit describes them, with the lengths Slack
 * enforces. Strict: a key that Slack does not document is a fault. The numbers stand here a second time on purpose: a fake
 * that took them from the adapter would agree with every mistake.
 */
const words = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed(), "is not well-formed");

const plainText = (most: number) =>
  z.strictObject({
    type: z.literal("plain_text"),
    text: words(most),
    emoji: z.boolean().optional(),
  });

const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal("mrkdwn"),
    text: words(most),
    verbatim: z.boolean().optional(),
  });

const actionId = words(255);
const blockId = { block_id: words(255).optional() };

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional();

const richText = z.strictObject({ type: z.literal("text"), text: words(20_000), style });
const richLink = z.strictObject({
  type: z.literal("link"),
  url: z
    .string()
    .regex(/^(?:https?:\/\/|mailto:)\S+$/u)
    .max(3000),
  text: words(20_000).optional(),
  style,
});
const richUser = z.strictObject({
  type: z.literal("user"),
  user_id: z.string().regex(/^[UW]\w+$/u),
  style,
});
const richElement = z.union([richText, richLink, richUser]);

const richSection = z.strictObject({
  type: z.literal("rich_text_section"),
  elements: z.array(richElement).min(1),
});
const richList = z.strictObject({
  type: z.literal("rich_text_list"),
  style: z.enum(["bullet", "ordered"]),
  elements: z.array(richSection).min(1),
  indent: z.int().min(0).max(8).optional(),
  offset: z.int().min(0).optional(),
  border: z.union([z.literal(0), z.literal(1)]).optional(),
});
const richPreformatted = z.strictObject({
  type: z.literal("rich_text_preformatted"),
  elements: z.array(z.union([richText, richLink])).min(1),
  border: z.union([z.literal(0), z.literal(1)]).optional(),
});
const richQuote = z.strictObject({
  type: z.literal("rich_text_quote"),
  elements: z.array(richElement).min(1),
  border: z.union([z.literal(0), z.literal(1)]).optional(),
});
const richTextBlock = z.strictObject({
  type: z.literal("rich_text"),
  elements: z.array(z.union([richSection, richList, richPreformatted, richQuote])).min(1),
  ...blockId,
});

const cell = z.union([
  z.strictObject({ type: z.literal("raw_text"), text: words(10_000) }),
  richTextBlock,
]);
const table = z.strictObject({
  type: z.literal("table"),
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z.strictObject({
        align: z.enum(["left", "center", "right"]).optional(),
        is_wrapped: z.boolean().optional(),
      }),
    )
    .max(20)
    .optional(),
  ...blockId,
});

const button = z.strictObject({
  type: z.literal("button"),
  action_id: actionId,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: words(75).optional(),
});

const textInput = z.strictObject({
  type: z.literal("plain_text_input"),
  action_id: actionId,
  multiline: z.boolean().optional(),
  initial_value: z.string().max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
  placeholder: plainText(150).optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(["on_enter_pressed", "on_character_entered"])).min(1),
    })
    .optional(),
});

const feedbackChoice = z.strictObject({
  text: plainText(75),
  value: words(2000),
  accessibility_label: words(75).optional(),
});

export const blockShape = z.discriminatedUnion("type", [
  richTextBlock,
  table,
  z.strictObject({ type: z.literal("divider"), ...blockId }),
  z.strictObject({ type: z.literal("header"), text: plainText(150), ...blockId }),
  z.strictObject({
    type: z.literal("section"),
    text: z.union([plainText(3000), mrkdwn(3000)]),
    accessory: button.optional(),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal("context"),
    elements: z
      .array(z.union([plainText(3000), mrkdwn(3000)]))
      .min(1)
      .max(10),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal("actions"),
    elements: z.array(button).min(1).max(25),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal("context_actions"),
    elements: z
      .array(
        z.strictObject({
          type: z.literal("feedback_buttons"),
          action_id: actionId,
          positive_button: feedbackChoice,
          negative_button: feedbackChoice,
        }),
      )
      .min(1)
      .max(5),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal("input"),
    label: plainText(2000),
    element: textInput,
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    hint: plainText(2000).optional(),
    ...blockId,
  }),
]);

const viewBlocks = z.array(blockShape).min(1).max(100);

export const viewShape = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("modal"),
    title: plainText(24),
    blocks: viewBlocks,
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    callback_id: words(255).optional(),
    private_metadata: z.string().max(3000).optional(),
    notify_on_close: z.boolean().optional(),
    clear_on_close: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal("home"),
    blocks: viewBlocks,
    callback_id: words(255).optional(),
    private_metadata: z.string().max(3000).optional(),
  }),
]);
