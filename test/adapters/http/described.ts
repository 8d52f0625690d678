import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";

interface DescribedResponse {
  readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
  readonly headers?: Readonly<Record<string, object>>;
}

interface DescribedOperation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, DescribedResponse>>;
}

/** What `/openapi.json` says, as far as tests read it. */
export interface Description {
  readonly components: { readonly schemas: object };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

/** What is wrong with a value that should have one of the described shapes. */
export type Validate = (schema: string, value: unknown) => readonly unknown[];

/** Fails where a response is none that its operation describes; gives back its body. */
export type ExpectDescribed = (operation: string, response: Response) => Promise<unknown>;

export async function describedAt(url: string): Promise<Description> {
  return (await (await fetch(`${url}/openapi.json`)).json()) as Description;
}

export async function createValidation(url: string): Promise<Validate> {
  return validationOf(await describedAt(url));
}

function validationOf(description: Description): Validate {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(description, "api");
  return (schema, value) => {
    const check = ajv.getSchema(`api#/components/schemas/${schema}`);
    if (check === undefined) throw new Error(`the description has no ${schema}`);
    void check(value);
    return check.errors ?? [];
  };
}

/** Status, type, headers and body of a response, against what the description says of its operation. */
export async function createExpectDescribed(url: string): Promise<ExpectDescribed> {
  const description = await describedAt(url);
  const validate = validationOf(description);
  const operations = new Map(
    Object.values(description.paths)
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId, responses }) => [operationId, responses]),
  );
  return async (operation, response) => {
    const text = await response.text();
    const described = operations.get(operation)?.[response.status];
    if (described === undefined)
      throw new Error(`${operation} does not describe ${response.status}: ${text}`);
    for (const name of Object.keys(described.headers ?? {}))
      expect(response.headers.get(name), `${operation} ${response.status} ${name}`).not.toBeNull();
    const [content] = Object.entries(described.content ?? {});
    if (content === undefined) {
      expect(text).toBe("");
      return undefined;
    }
    const [type, { schema }] = content;
    expect(response.headers.get("content-type")).toBe(type);
    const body: unknown = JSON.parse(text);
    expect(validate(schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1), body)).toEqual([]);
    return body;
  };
}
