import { Ajv2020 } from "ajv/dist/2020.js";

/** What `/openapi.json` says, as far as tests read it. */
export interface Description {
  readonly components: { readonly schemas: object };
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** What is wrong with a value that should have one of the described shapes. */
export type Validate = (schema: string, value: unknown) => readonly unknown[];

export async function describedAt(url: string): Promise<Description> {
  return (await (await fetch(`${url}/openapi.json`)).json()) as Description;
}

export async function createValidation(url: string): Promise<Validate> {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(await describedAt(url), "api");
  return (schema, value) => {
    const check = ajv.getSchema(`api#/components/schemas/${schema}`);
    if (check === undefined) throw new Error(`the description has no ${schema}`);
    void check(value);
    return check.errors ?? [];
  };
}
