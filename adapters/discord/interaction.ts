import type { APIGuildMember, APIInteraction, APIUser } from "discord.js";
import type { Ticket } from "./calls.ts";
import type { Person, Place } from "./audience.ts";
import { THREAD_TYPES } from "./places.ts";

/** What an interaction says of who, where and with which rights; all of it vouched for by Discord. */
export interface Context {
  readonly ticket: Ticket;
  readonly person: Person;
  readonly place: Place;
  /** In a conversation with Docent itself: nobody else reads along. */
  readonly direct: boolean;
  /** The guild that installed Docent, where it was used through that installation. */
  readonly installedIn?: string;
  /** What the person may do in this channel. */
  readonly permissions: bigint;
  /** Who opened the thread it was used in. */
  readonly threadOwner?: string;
  readonly sentAt: number;
}

const BOT_DM = 1;
/** Discord's ids begin with the milliseconds since 2015. */
const EPOCH_MS = 1_420_070_400_000;

/** Undefined where Discord names nobody: then nobody is answered. */
export function contextOf(interaction: APIInteraction): Context | undefined {
  const member: APIGuildMember | undefined =
    "member" in interaction ? interaction.member : undefined;
  const user: APIUser | undefined =
    member?.user ?? ("user" in interaction ? interaction.user : undefined);
  if (user?.id === undefined) return undefined;
  const guild = interaction.guild_id;
  const channel = interaction.channel;
  const id = interaction.channel_id ?? channel?.id ?? "";
  const thread = channel !== undefined && THREAD_TYPES.includes(channel.type ?? -1);
  const parent = thread && "parent_id" in channel ? channel.parent_id : undefined;
  const owner = thread && "owner_id" in channel ? channel.owner_id : undefined;
  const installer = interaction.authorizing_integration_owners?.["0"];
  const permissions = "member" in interaction ? interaction.member?.permissions : undefined;
  return {
    ticket: {
      id: interaction.id,
      token: interaction.token,
      application: interaction.application_id,
    },
    person: {
      user: user.id,
      roles: member?.roles ?? [],
      ...("locale" in interaction ? { locale: interaction.locale } : {}),
    },
    place: {
      channel: id,
      ...(guild === undefined ? {} : { guild }),
      ...(parent ? { parent } : {}),
    },
    direct: interaction.context === BOT_DM,
    ...(guild !== undefined && installer === guild ? { installedIn: guild } : {}),
    permissions: permissions === undefined ? 0n : BigInt(permissions),
    ...(owner ? { threadOwner: owner } : {}),
    sentAt: sentAt(interaction.id),
  };
}

/** Epoch milliseconds of anything that Discord numbered. */
export function sentAt(id: string): number {
  return /^\d{1,20}$/u.test(id) ? Number(BigInt(id) >> 22n) + EPOCH_MS : 0;
}

/** A link back to a message, or to its channel. */
export function permalink(place: Place, message?: string): string {
  const base = `https://discord.com/channels/${place.guild ?? "@me"}/${place.channel}`;
  return message === undefined ? base : `${base}/${message}`;
}
