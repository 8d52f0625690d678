import { checkText, isObject, unknownKeys } from "./component-rules.ts";
import { snowflake } from "./payloads.ts";
import { error, type Call, type Reply } from "./rest.ts";

const COMMAND_KEYS = [
  "name",
  "type",
  "description",
  "options",
  "default_member_permissions",
  "integration_types",
  "contexts",
];
const OPTION_KEYS = [
  "type",
  "name",
  "description",
  "required",
  "autocomplete",
  "choices",
  "options",
];
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Registered commands, globally and by guild; kept as Discord gives them back. */
export function createCommands(options: {
  readonly problems: string[];
  readonly application: string;
}) {
  const registered = new Map<string, readonly object[]>();
  let writes = 0;

  return {
    registered: (guild = ""): readonly object[] => registered.get(guild) ?? [],
    writes: (): number => writes,
    handle(call: Call): Reply | undefined {
      const match = /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/u.exec(call.path);
      if (match === null) return undefined;
      if (match[1] !== options.application) return error(403, 50_001, "Missing Access");
      const scope = match[2] ?? "";
      if (call.method === "GET") return { status: 200, body: registered.get(scope) ?? [] };
      const faults = Array.isArray(call.body) ? call.body.flatMap(commandFaults) : ["no list"];
      if (faults.length > 0) {
        options.problems.push(`${call.method} ${call.path}: ${faults.join("; ")}`);
        return error(400, 50_035, "Invalid Form Body");
      }
      writes += 1;
      const kept = (call.body as readonly Readonly<Record<string, unknown>>[]).map((command) => ({
        ...command,
        id: snowflake(),
        application_id: options.application,
        version: snowflake(),
        nsfw: false,
        // Written as a number, read as text.
        default_member_permissions:
          typeof command["default_member_permissions"] === "number"
            ? String(command["default_member_permissions"])
            : null,
      }));
      registered.set(scope, kept);
      return { status: 200, body: kept };
    },
  };
}

function commandFaults(command: unknown): string[] {
  if (!isObject(command)) return ["a command is no object"];
  const faults: string[] = [];
  const name = String(command["name"]);
  unknownKeys(command, COMMAND_KEYS, name, faults);
  if (command["type"] === 1) {
    if (!NAME.test(name) || name !== name.toLowerCase())
      faults.push(`${name} is no name of a command`);
    checkText(command["description"], 1, 100, `${name}.description`, faults);
  } else {
    checkText(command["name"], 1, 32, "name", faults);
    if (command["description"] !== "")
      faults.push(`${name}: only slash commands have a description`);
    if (command["options"] !== undefined) faults.push(`${name}: only slash commands have options`);
  }
  if (JSON.stringify(command).length > 8_000)
    faults.push(`${name} is longer than 8,000 characters`);
  return [...faults, ...optionFaults(command["options"], name)];
}

function optionFaults(options: unknown, at: string): string[] {
  if (options === undefined) return [];
  if (!Array.isArray(options) || options.length > 25) return [`${at}: at most 25 options`];
  const faults: string[] = [];
  let optional = false;
  for (const option of options) {
    if (!isObject(option)) return [`${at}: an option is no object`];
    const name = `${at} ${String(option["name"])}`;
    unknownKeys(option, OPTION_KEYS, name, faults);
    if (!NAME.test(String(option["name"]))) faults.push(`${name} is no name of an option`);
    checkText(option["description"], 1, 100, `${name}.description`, faults);
    if (option["required"] === true && optional) faults.push(`${name}: required ones come first`);
    optional ||= option["required"] !== true;
    if (option["autocomplete"] === true && option["choices"] !== undefined)
      faults.push(`${name}: choices or autocomplete`);
    faults.push(...optionFaults(option["options"], name));
  }
  return faults;
}
