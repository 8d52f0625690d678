import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIAllowedMentions,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APISelectMenuOption,
} from "discord.js";
import { labelText } from "../../src/index.ts";
import { LIMITS } from "./limits.ts";

/** What is sent to Discord, whatever the call: components v2, and nothing in it can ping anybody. */
export interface Body {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: APIAllowedMentions;
}

/** A message on its way: its components may have been written already, as the JSON they are sent as. */
export type Outgoing = Body | (Omit<Body, "components"> & { readonly components: string });

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export function body(components: readonly APIMessageTopLevelComponent[], ephemeral = false): Body {
  return {
    flags: MessageFlags.IsComponentsV2 | (ephemeral ? MessageFlags.Ephemeral : 0),
    components: [...components],
    allowed_mentions: { parse: [] },
  };
}

/** The same for the asker's eyes only. */
export function ephemeral<Message extends Outgoing>(message: Message): Message {
  return { ...message, flags: message.flags | MessageFlags.Ephemeral };
}

/** One sentence of our own. */
export function line(markdown: string): Body {
  return body([textDisplay(markdown)]);
}

export function textDisplay(
  markdown: string,
): APIComponentInContainer & APIMessageTopLevelComponent {
  return { type: ComponentType.TextDisplay, content: markdown };
}

export function container(
  components: readonly APIComponentInContainer[],
): APIMessageTopLevelComponent {
  return { type: ComponentType.Container, components: [...components] };
}

export function separator(): APIComponentInContainer & APIMessageTopLevelComponent {
  return { type: ComponentType.Separator };
}

/** A text with a button beside it that opens a web address: `url` as `buttonUrl` gives it. */
export function linkedText(markdown: string, label: string, url: string): APISectionComponent {
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content: markdown }],
    accessory: { type: ComponentType.Button, style: ButtonStyle.Link, label, url },
  };
}

export function button(
  customId: string,
  label: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success = ButtonStyle.Secondary,
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style,
    custom_id: customId,
    label: labelText(label, LIMITS.buttonLabel),
  };
}

/** Buttons in rows of five. */
export function rows(buttons: readonly APIButtonComponent[]): Row[] {
  const all: Row[] = [];
  for (let first = 0; first < buttons.length; first += LIMITS.rowButtons) {
    all.push({
      type: ComponentType.ActionRow,
      components: buttons.slice(first, first + LIMITS.rowButtons),
    });
  }
  return all;
}

export function select(
  customId: string,
  placeholder: string,
  options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[],
): Row {
  const drawn: APISelectMenuOption[] = options.slice(0, LIMITS.selectOptions).map((option) => ({
    label: labelText(option.label, LIMITS.optionLabel),
    value: option.value,
    ...(option.description === undefined
      ? {}
      : { description: labelText(option.description, LIMITS.optionDescription) }),
  }));
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId,
        placeholder: labelText(placeholder, LIMITS.placeholder),
        options: drawn,
      },
    ],
  };
}
