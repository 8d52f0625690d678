import { existsSync, readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { isObject } from "./component-rules.ts";
import type { Call } from "./rest.ts";

/** Discord's published description of its API; beside the project where conformance is checked, not part of it. */
const DESCRIPTION = new URL("../../../../shared/platform/discord-openapi.json", import.meta.url);

export const describedHere = existsSync(DESCRIPTION);

type Json = Record<string, unknown>;

interface Validators {
  readonly of: (call: Call) => ValidateFunction | undefined;
  readonly schema: (name: string) => ValidateFunction;
}

let validators: Validators | undefined;

/** What Discord's own description says is wrong with a call's body, unknown keys included; nothing where it is absent. */
export function strictly(call: Call): readonly string[] {
  if (!describedHere || call.body === undefined || call.method === "GET") return [];
  const validate = load().of(call);
  if (validate === undefined)
    return [`${call.method} ${call.path} is not in Discord's description`];
  return validate(call.body) ? [] : faults(validate, `${call.method} ${call.path}`);
}

/** The same for one of its schemas by name. */
export function conforms(schema: string, value: unknown): readonly string[] {
  const validate = load().schema(schema);
  return validate(value) ? [] : faults(validate, schema);
}

function faults(validate: ValidateFunction, at: string): string[] {
  const worst = (validate.errors ?? []).slice(0, 6);
  return worst.map(
    (one) => `${at}${one.instancePath} ${one.message ?? ""} ${JSON.stringify(one.params)}`,
  );
}

function load(): Validators {
  if (validators !== undefined) return validators;
  const description = JSON.parse(readFileSync(DESCRIPTION, "utf8")) as Json;
  close(description);
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allowUnionTypes: true });
  ajv.addSchema(description, "d");
  const compiled = new Map<string, ValidateFunction>();
  const compile = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: pointer });
    compiled.set(pointer, known);
    return known;
  };
  const paths = Object.keys(description["paths"] as Json).map((path) => ({
    path,
    shape: new RegExp(`^${path.replaceAll(/\{[^}]+\}/gu, "[^/]+")}$`, "u"),
    fixed: path.replaceAll(/\{[^}]+\}/gu, "").length,
  }));
  validators = {
    schema: (name) => compile(`d#/components/schemas/${name}`),
    of({ method, path }) {
      // `@original` stands in the description by name: of two that match, the more exact one.
      const [best] = paths
        .filter(
          ({ path: known, shape }) =>
            shape.test(path) && methodsOf(description, known).includes(method.toLowerCase()),
        )
        .sort((one, other) => other.fixed - one.fixed);
      if (best === undefined) return undefined;
      const escaped = best.path.replaceAll("~", "~0").replaceAll("/", "~1");
      const pointer = encodeURI(escaped).replaceAll("{", "%7B").replaceAll("}", "%7D");
      return compile(
        `d#/paths/${pointer}/${method.toLowerCase()}/requestBody/content/application~1json/schema`,
      );
    },
  };
  return validators;
}

function methodsOf(description: Json, path: string): readonly string[] {
  return Object.keys((description["paths"] as Record<string, Json>)[path] ?? {});
}

/** Lets no unknown key pass, but those that the description forgets and discord.js sends. */
function close(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(close);
  if (!isObject(value)) return;
  const schema = value as Json;
  if (isObject(schema["properties"]) && schema["additionalProperties"] === undefined) {
    schema["properties"] = { tts: {}, nonce: {}, enforce_nonce: {}, ...schema["properties"] };
    schema["additionalProperties"] = false;
  }
  Object.values(schema).forEach(close);
}
