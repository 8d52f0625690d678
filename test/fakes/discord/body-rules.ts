import { checkComponents, checkText, isObject, unknownKeys } from "./component-rules.ts";

/**
 * What Discord, and Docent's own promises, ask of every body that is sent. Each function says what is wrong, in words;
 * an empty list is a body that Discord takes.
 */
const MESSAGE_KEYS = [
  "content",
  "embeds",
  "allowed_mentions",
  "components",
  "flags",
  "attachments",
  "tts",
  // Where Discord does not need them, discord.js sends them all the same.
  "nonce",
  "enforce_nonce",
];
const V2 = 32_768;
const EPHEMERAL = 64;

/** A message to a channel: also silent towards everybody and safe against being posted twice. */
export function channelMessageFaults(body: unknown): string[] {
  const faults: string[] = [];
  if (!isObject(body)) return ["the body is no object"];
  unknownKeys(body, [...MESSAGE_KEYS, "message_reference"], "message", faults);
  checkMessage(body, faults);
  checkText(body["nonce"], 1, 25, "nonce", faults);
  if (body["enforce_nonce"] !== true)
    faults.push("enforce_nonce is not set: a retry could post twice");
  if (isObject(body["message_reference"])) {
    unknownKeys(
      body["message_reference"],
      ["type", "message_id", "channel_id", "guild_id", "fail_if_not_exists"],
      "message_reference",
      faults,
    );
  }
  if (hasFlag(body, EPHEMERAL)) faults.push("only interactions can be ephemeral");
  return faults;
}

/** An edit, a follow-up or an interaction's message. */
export function webhookMessageFaults(body: unknown): string[] {
  const faults: string[] = [];
  if (!isObject(body)) return ["the body is no object"];
  unknownKeys(body, MESSAGE_KEYS, "message", faults);
  checkMessage(body, faults);
  return faults;
}

function checkMessage(body: Readonly<Record<string, unknown>>, faults: string[]): void {
  const mentions = body["allowed_mentions"];
  const silent =
    isObject(mentions) && Array.isArray(mentions["parse"]) && mentions["parse"].length === 0;
  if (!silent || Object.keys(mentions).some((key) => key !== "parse" && key !== "replied_user")) {
    faults.push("allowed_mentions does not silence every mention");
  }
  if (isObject(mentions) && mentions["replied_user"] === true) faults.push("a reply must not ping");
  const components = body["components"];
  if (hasFlag(body, V2)) {
    if (body["content"] !== undefined || body["embeds"] !== undefined) {
      faults.push("content and embeds cannot stand beside components v2");
    }
    if (!Array.isArray(components) || components.length === 0)
      faults.push("Cannot send an empty message");
    else checkComponents(components, faults);
    return;
  }
  checkText(body["content"], 1, 2_000, "content", faults);
  if (components !== undefined) faults.push("components without the components-v2 flag");
}

/** The first answer to an interaction. */
export function callbackFaults(body: unknown, interactionType: number): string[] {
  if (!isObject(body)) return ["the body is no object"];
  const faults: string[] = [];
  unknownKeys(body, ["type", "data"], "callback", faults);
  const data = body["data"];
  switch (body["type"]) {
    case 4:
    case 7:
      return [...faults, ...webhookMessageFaults(data)];
    case 5:
      if (data !== undefined) {
        if (!isObject(data)) return [...faults, "data is no object"];
        unknownKeys(data, ["flags"], "deferral", faults);
      }
      return faults;
    case 6:
      return interactionType === 3
        ? faults
        : [...faults, "only components can be deferred silently"];
    case 8:
      return [...faults, ...choiceFaults(data, interactionType)];
    case 9:
      return [...faults, ...modalFaults(data, interactionType)];
    default:
      return [...faults, `callback type ${String(body["type"])} is not known`];
  }
}

function choiceFaults(data: unknown, interactionType: number): string[] {
  const faults: string[] = [];
  if (interactionType !== 4) faults.push("choices answer autocomplete only");
  if (!isObject(data) || !Array.isArray(data["choices"])) return [...faults, "choices are missing"];
  if (data["choices"].length > 25) faults.push(`${data["choices"].length} choices, at most 25`);
  for (const choice of data["choices"]) {
    if (!isObject(choice)) return [...faults, "a choice is no object"];
    unknownKeys(choice, ["name", "value"], "choice", faults);
    checkText(choice["name"], 1, 100, "choice.name", faults);
    checkText(choice["value"], 1, 100, "choice.value", faults);
  }
  return faults;
}

function modalFaults(data: unknown, interactionType: number): string[] {
  const faults: string[] = [];
  if (interactionType === 5) faults.push("a modal cannot answer a modal");
  if (!isObject(data)) return [...faults, "data is no object"];
  unknownKeys(data, ["custom_id", "title", "components"], "modal", faults);
  checkText(data["custom_id"], 1, 100, "modal.custom_id", faults);
  checkText(data["title"], 1, 45, "modal.title", faults);
  const components = data["components"];
  if (!Array.isArray(components) || components.length < 1 || components.length > 5) {
    return [...faults, "a modal has 1 to 5 components"];
  }
  for (const label of components) {
    if (!isObject(label) || label["type"] !== 18) return [...faults, "a modal holds labels"];
    unknownKeys(label, ["type", "id", "label", "description", "component"], "label", faults);
    checkText(label["label"], 1, 45, "label", faults);
    const input = label["component"];
    if (!isObject(input) || input["type"] !== 4)
      return [...faults, "the label holds no text input"];
    const known = [
      "type",
      "id",
      "custom_id",
      "style",
      "value",
      "placeholder",
      "required",
      "min_length",
      "max_length",
    ];
    unknownKeys(input, known, "input", faults);
    checkText(input["custom_id"], 1, 100, "input.custom_id", faults);
    if (input["placeholder"] !== undefined)
      checkText(input["placeholder"], 0, 100, "input.placeholder", faults);
  }
  return faults;
}

function hasFlag(body: Readonly<Record<string, unknown>>, flag: number): boolean {
  return typeof body["flags"] === "number" && (body["flags"] & flag) !== 0;
}
