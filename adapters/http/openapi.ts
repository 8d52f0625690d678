import { z } from "zod";
import { OPERATIONS } from "./operations.ts";
import type { Operation } from "./operations.ts";
import { PROBLEMS, problemType } from "./problem.ts";
import type { ProblemName } from "./problem.ts";
import { names } from "./block-shapes.ts";
import { problemShape } from "./schemas.ts";

/** A part of a JSON Schema, as far as our own documentation page reads it. */
export interface SchemaPart {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly required?: readonly string[];
  readonly items?: SchemaPart;
  readonly prefixItems?: readonly SchemaPart[];
  readonly anyOf?: readonly SchemaPart[];
  readonly oneOf?: readonly SchemaPart[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** The API as OpenAPI 3.1, made from the very shapes that requests are checked against. */
export function openApiDocument(withTokens: boolean): object {
  return {
    openapi: "3.1.1",
    info: {
      title: "Docent",
      version: "1",
      summary:
        "Questions answered from a folder of Markdown, word for word, with the lines they stand on.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    ...(withTokens && { security: [{ bearer: [] }, { basic: [] }] }),
    paths: Object.fromEntries(
      OPERATIONS.map((operation) => [operation.path, { [operation.method]: describe(operation) }]),
    ),
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description: "The secret of a pair in API_TOKENS.",
        },
        basic: {
          type: "http",
          scheme: "basic",
          description: "A pair of API_TOKENS: its name and its secret.",
        },
      },
    },
  };
}

/** Every named shape as JSON Schema (draft 2020-12), under its name. */
export function componentSchemas(): Readonly<Record<string, SchemaPart>> {
  const { schemas } = z.toJSONSchema(names, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [id, withoutNames(schema as SchemaPart)]),
  );
}

/** Inside one document the place says what `$schema` and `$id` would. */
function withoutNames(schema: SchemaPart): SchemaPart {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => key !== "$schema" && key !== "$id"),
  );
}

/** The parts of an object's schema: parameters of a query or a path. */
export function parameterSchemas(shape: z.ZodObject): Readonly<Record<string, SchemaPart>> {
  return (z.toJSONSchema(shape) as SchemaPart).properties ?? {};
}

function describe(operation: Operation): object {
  const { id, summary, meaning, answer, body, cached } = operation;
  return {
    operationId: id,
    summary,
    description: meaning,
    ...parametersOf(operation),
    ...(body !== undefined && {
      requestBody: { required: true, content: { "application/json": { schema: reference(body) } } },
    }),
    responses: {
      ...(answer === undefined
        ? { 204: { description: "Done." } }
        : {
            200: {
              description: "Done.",
              ...(cached && {
                headers: {
                  ETag: {
                    schema: { type: "string" },
                    description: "Names the version of the knowledge.",
                  },
                },
              }),
              content: { "application/json": { schema: reference(answer) } },
            },
          }),
      ...(cached && {
        304: { description: "The knowledge is still the one that If-None-Match names." },
      }),
      ...problemResponses(operation.problems),
    },
  };
}

function parametersOf({ pathParameters, query, cached }: Operation): object {
  const parameters = [
    ...(pathParameters === undefined ? [] : parametersIn("path", pathParameters, true)),
    ...(query === undefined ? [] : parametersIn("query", query, false)),
    ...(cached
      ? [
          {
            name: "If-None-Match",
            in: "header",
            required: false,
            schema: { type: "string" },
            description: "An ETag from before.",
          },
        ]
      : []),
  ];
  return parameters.length === 0 ? {} : { parameters };
}

function parametersIn(
  place: "path" | "query",
  shape: z.ZodObject,
  required: boolean,
): readonly object[] {
  return Object.entries(parameterSchemas(shape)).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required,
    ...(description !== undefined && { description }),
    schema,
  }));
}

/** One response a status: several problems may share one. */
function problemResponses(problems: readonly ProblemName[]): Readonly<Record<string, object>> {
  const statuses = new Map<number, ProblemName[]>();
  for (const name of problems) {
    statuses.set(PROBLEMS[name].status, [...(statuses.get(PROBLEMS[name].status) ?? []), name]);
  }
  return Object.fromEntries(
    [...statuses].map(([status, all]) => [
      status,
      {
        description: all.map((name) => `${PROBLEMS[name].title} (${problemType(name)}).`).join(" "),
        content: { "application/problem+json": { schema: reference(problemShape) } },
        ...(status === 429 && {
          headers: { "Retry-After": { schema: { type: "integer" }, description: "Seconds." } },
        }),
        ...(status === 401 && { headers: { "WWW-Authenticate": { schema: { type: "string" } } } }),
      },
    ]),
  );
}

function reference(shape: z.ZodType): object {
  return { $ref: `#/components/schemas/${names.get(shape)?.id}` };
}
