import { PermissionFlagsBits as Bits } from "discord.js";
import type { Calls } from "./calls.ts";

/** What each call needs in a server; calls that answer an interaction or change what is ours need nothing. */
const NEEDED: Readonly<Record<keyof Calls, readonly (keyof typeof Bits)[]>> = {
  // Reading along is what makes a reply beside a question possible.
  post: ["ViewChannel", "SendMessages", "SendMessagesInThreads", "ReadMessageHistory"],
  startThread: ["CreatePublicThreads"],
  channel: ["ViewChannel"],
  edit: [],
  remove: [],
  reply: [],
  update: [],
  defer: [],
  choices: [],
  modal: [],
  editOriginal: [],
  deleteOriginal: [],
  followUp: [],
  directChannel: [],
  member: [],
  commands: [],
  setCommands: [],
  close: [],
};

/** The permissions that Docent asks for, and no others. */
export const PERMISSIONS: readonly (keyof typeof Bits)[] = [
  ...new Set(Object.values(NEEDED).flat()),
];

/** The link with which somebody adds Docent to a server that they manage. */
export function inviteLink(application: string): string {
  const bits = PERMISSIONS.reduce((sum, name) => sum | Bits[name], 0n);
  return `https://discord.com/oauth2/authorize?client_id=${application}&permissions=${bits}&scope=bot+applications.commands`;
}
