/** Discord's rules for components v2, compact: what each type may hold, and how long it may be. */
type Json = Readonly<Record<string, unknown>>;

interface Shape {
  readonly keys: readonly string[];
  readonly children?: {
    readonly key: string;
    readonly types: readonly number[];
    readonly max: number;
  };
}

const MESSAGE_SHAPES: Readonly<Record<number, Shape>> = {
  1: { keys: ["components"], children: { key: "components", types: [2, 3, 5, 6, 7, 8], max: 5 } },
  2: { keys: ["custom_id", "style", "label", "disabled", "url", "sku_id", "emoji"] },
  3: {
    keys: [
      "custom_id",
      "placeholder",
      "min_values",
      "max_values",
      "disabled",
      "required",
      "options",
    ],
  },
  9: { keys: ["components", "accessory"], children: { key: "components", types: [10], max: 3 } },
  10: { keys: ["content"] },
  12: { keys: ["items"] },
  14: { keys: ["spacing", "divider"] },
  17: {
    keys: ["components", "accent_color", "spoiler"],
    children: { key: "components", types: [1, 9, 10, 12, 13, 14], max: 40 },
  },
};

const TOP_LEVEL = [1, 9, 10, 12, 13, 14, 17];

export interface Totals {
  components: number;
  text: number;
  readonly customIds: string[];
}

/** Walks a message's components, collecting faults and totals. */
export function checkComponents(components: readonly unknown[], faults: string[]): Totals {
  const totals: Totals = { components: 0, text: 0, customIds: [] };
  for (const [index, component] of components.entries()) {
    walk(component, TOP_LEVEL, `components[${index}]`, faults, totals);
  }
  if (totals.components > 40) faults.push(`${totals.components} components, at most 40`);
  if (totals.text > 4_000) faults.push(`${totals.text} characters of text, at most 4000`);
  if (new Set(totals.customIds).size < totals.customIds.length)
    faults.push("a custom_id is used twice");
  return totals;
}

function walk(
  value: unknown,
  allowed: readonly number[],
  at: string,
  faults: string[],
  totals: Totals,
): void {
  if (!isObject(value)) return void faults.push(`${at} is no object`);
  const type = Number(value["type"]);
  const shape = MESSAGE_SHAPES[type];
  if (shape === undefined || !allowed.includes(type))
    return void faults.push(`${at}: type ${type} may not stand here`);
  totals.components += 1;
  unknownKeys(value, [...shape.keys, "type", "id"], at, faults);
  if (shape.children !== undefined) {
    const children = value[shape.children.key];
    if (!Array.isArray(children) || children.length === 0 || children.length > shape.children.max) {
      return void faults.push(`${at}: needs 1 to ${shape.children.max} components`);
    }
    for (const [index, child] of children.entries()) {
      walk(child, shape.children.types, `${at}.components[${index}]`, faults, totals);
    }
    if (
      type === 1 &&
      children.length > 1 &&
      children.some((child) => isObject(child) && child["type"] !== 2)
    ) {
      faults.push(`${at}: a select stands alone in its row`);
    }
  }
  if (type === 2) checkButton(value, at, faults);
  if (type === 3) checkSelect(value, at, faults);
  if (type === 9) walk(value["accessory"], [2, 11], `${at}.accessory`, faults, totals);
  if (type === 10) totals.text += checkText(value["content"], 1, 4_000, `${at}.content`, faults);
  if (typeof value["custom_id"] === "string") totals.customIds.push(value["custom_id"]);
}

function checkButton(button: Json, at: string, faults: string[]): void {
  const linked = typeof button["url"] === "string";
  const custom = typeof button["custom_id"] === "string";
  if (linked === custom) faults.push(`${at}: a button has either a custom_id or a url`);
  if (linked !== (button["style"] === 5)) faults.push(`${at}: style 5 is for links`);
  if (linked) checkUrl(button["url"], `${at}.url`, faults);
  if (custom) checkText(button["custom_id"], 1, 100, `${at}.custom_id`, faults);
  if (button["label"] === undefined && button["emoji"] === undefined)
    faults.push(`${at}: neither label nor emoji`);
  if (button["label"] !== undefined) checkText(button["label"], 1, 80, `${at}.label`, faults);
}

/** Discord refuses a message for an address that it finds not well formed: only what is so beyond doubt passes here. */
function checkUrl(value: unknown, at: string, faults: string[]): void {
  checkText(value, 1, 512, at, faults);
  const url = URL.parse(String(value));
  if (url === null || !["http:", "https:"].includes(url.protocol) || !url.hostname.includes("."))
    faults.push(`${at} is not a well-formed web address`);
}

function checkSelect(select: Json, at: string, faults: string[]): void {
  checkText(select["custom_id"], 1, 100, `${at}.custom_id`, faults);
  if (select["placeholder"] !== undefined)
    checkText(select["placeholder"], 0, 150, `${at}.placeholder`, faults);
  const options = select["options"];
  if (!Array.isArray(options) || options.length === 0 || options.length > 25) {
    return void faults.push(`${at}: needs 1 to 25 options`);
  }
  const values = new Set<unknown>();
  for (const option of options) {
    if (!isObject(option)) return void faults.push(`${at}: an option is no object`);
    unknownKeys(
      option,
      ["label", "value", "description", "emoji", "default"],
      `${at}.option`,
      faults,
    );
    checkText(option["label"], 1, 100, `${at}.label`, faults);
    checkText(option["value"], 1, 100, `${at}.value`, faults);
    if (option["description"] !== undefined)
      checkText(option["description"], 0, 100, `${at}.description`, faults);
    values.add(option["value"]);
  }
  if (values.size < options.length) faults.push(`${at}: two options have one value`);
}

/** The text's length; a fault where it is none, too short, too long or not Unicode. */
export function checkText(
  value: unknown,
  min: number,
  max: number,
  at: string,
  faults: string[],
): number {
  if (typeof value !== "string") {
    faults.push(`${at} is no text`);
    return 0;
  }
  if (value.length < min || value.trim().length < Math.min(min, 1) || value.length > max) {
    faults.push(`${at} has ${value.length} characters, allowed are ${min} to ${max}`);
  }
  if (!value.isWellFormed()) faults.push(`${at} has half a surrogate pair`);
  return value.length;
}

export function unknownKeys(
  value: Json,
  known: readonly string[],
  at: string,
  faults: string[],
): void {
  for (const key of Object.keys(value))
    if (!known.includes(key)) faults.push(`${at}: unknown key ${key}`);
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
