import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType as Type,
  ApplicationIntegrationType as Integration,
  InteractionContextType as Context,
} from "discord.js";

/** A command as it is registered; only what Docent uses of Discord's format. */
export interface CommandDefinition {
  readonly name: string;
  readonly type: number;
  readonly description: string;
  readonly options?: readonly CommandOption[];
  /** Discord hides the command from members without these permissions; what counts is checked when it is run. */
  readonly default_member_permissions?: number | string | null;
  readonly integration_types: readonly number[];
  readonly contexts: readonly number[];
}

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly options?: readonly CommandOption[];
}

export const MANAGE_GUILD = 1 << 5;
export const FIND_ANSWER = "Find an answer";

/** In servers and in direct messages, installed in a server or by a user for themselves. */
const EVERYWHERE = {
  integration_types: [Integration.GuildInstall, Integration.UserInstall],
  contexts: [Context.Guild, Context.BotDM, Context.PrivateChannel],
};

const rest = (name: string, description: string, required: boolean): CommandOption => ({
  type: Option.String,
  name,
  description,
  required,
});

const subcommand = (
  name: string,
  description: string,
  ...options: CommandOption[]
): CommandOption => ({
  type: Option.Subcommand,
  name,
  description,
  ...(options.length === 0 ? {} : { options }),
});

const ADMINISTRATION: readonly CommandOption[] = [
  subcommand("status", "How Docent is doing"),
  subcommand("reload", "Read the knowledge anew", {
    ...rest("show", "Not again: what the last time made different", false),
    choices: [{ name: "show", value: "show" }],
  }),
  subcommand("problems", "What is wrong with the pages"),
  subcommand(
    "gaps",
    "What people asked and nothing answers",
    rest("more", "For example: draft 3", false),
  ),
  subcommand("why", "Why a question is answered as it is", rest("question", "The question", true)),
  subcommand(
    "can-see",
    "Whether somebody may read a page, and which rule decides",
    { type: Option.User, name: "who", description: "Whom it is about", required: true },
    rest("page", "As citations name it: it/vpn.md", true),
  ),
  subcommand(
    "rollback",
    "Go back to the knowledge before the last reload",
    rest("version", "Another one: a version, or list", false),
  ),
  subcommand("audit", "Who changed what, and when", rest("lines", "How many, latest first", false)),
  subcommand("mode", "How Docent behaves in this channel", {
    ...rest("mode", "mention: when asked; auto: by itself when sure; off: never", true),
    choices: ["mention", "auto", "off"].map((value) => ({ name: value, value })),
  }),
  subcommand("forget-me", "Delete everything that is kept about you"),
  subcommand("help", "What Docent can do"),
];

/**
 * All commands. `/docent` is hidden from members who may not manage the server, unless admins are named by role, which
 * Discord cannot express here: then everybody sees it and the server refuses.
 */
export function commandDefinitions(options: {
  readonly adminsByRole: boolean;
}): readonly CommandDefinition[] {
  return [
    {
      name: "ask",
      type: Type.ChatInput,
      description: "Ask a question about what is in the knowledge",
      options: [
        { ...rest("question", "Leave it out to write a long one", false), autocomplete: true },
        {
          type: Option.Boolean,
          name: "private",
          description: "Only you see the answer (yes, unless you say no)",
          required: false,
        },
      ],
      ...EVERYWHERE,
    },
    { name: "topics", type: Type.ChatInput, description: "Browse the knowledge", ...EVERYWHERE },
    {
      name: "help",
      type: Type.ChatInput,
      description: "What Docent can do for you",
      ...EVERYWHERE,
    },
    {
      name: "forget-me",
      type: Type.ChatInput,
      description: "Delete everything that Docent keeps about you",
      ...EVERYWHERE,
    },
    { name: FIND_ANSWER, type: Type.Message, description: "", ...EVERYWHERE },
    {
      name: "docent",
      type: Type.ChatInput,
      description: "Look after Docent",
      options: ADMINISTRATION,
      default_member_permissions: options.adminsByRole ? null : MANAGE_GUILD,
      integration_types: [Integration.GuildInstall],
      contexts: [Context.Guild],
    },
  ];
}

/** Whether what Discord has registered differs from what is wanted; what Discord adds (ids, versions) does not count. */
export function differs(
  registered: readonly CommandDefinition[],
  wanted: readonly CommandDefinition[],
): boolean {
  const texts = (commands: readonly CommandDefinition[]): string =>
    JSON.stringify(commands.map(essence).sort((one, other) => (one.key < other.key ? -1 : 1)));
  return texts(registered) !== texts(wanted);
}

function essence(command: CommandDefinition) {
  const { default_member_permissions: permissions } = command;
  return {
    key: `${command.type}:${command.name}`,
    description: command.description,
    options: (command.options ?? []).map(optionEssence),
    // Discord gives the number back as text.
    permissions: permissions === undefined || permissions === null ? null : Number(permissions),
    integrations: [...command.integration_types].sort((one, other) => one - other),
    contexts: [...command.contexts].sort((one, other) => one - other),
  };
}

function optionEssence(option: CommandOption): unknown {
  return {
    type: option.type,
    name: option.name,
    description: option.description,
    required: option.required ?? false,
    autocomplete: option.autocomplete ?? false,
    choices: (option.choices ?? []).map(({ name, value }) => [name, value]),
    options: (option.options ?? []).map(optionEssence),
  };
}
