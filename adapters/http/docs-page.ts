import { html } from "hono/html";
import type { z } from "zod";
import type { Html } from "./html.ts";
import { componentSchemas, parameterSchemas } from "./openapi.ts";
import type { SchemaPart } from "./openapi.ts";
import { OPERATIONS } from "./operations.ts";
import type { Operation } from "./operations.ts";
import { PROBLEMS, problemType } from "./problem.ts";
import { names } from "./schemas.ts";

export interface DocsOptions {
  /** The server's own address, for the examples: `http://127.0.0.1:8080`. */
  readonly server: string;
  readonly withTokens: boolean;
}

/** The API for readers: the same shapes and operations as `/openapi.json`, in words. */
export function docsPage({ server, withTokens }: DocsOptions): Html {
  return html`<div class="docs">
    <h1>API</h1>
    <p class="lead">
      JSON over HTTP, for everything this page can do. For programs:
      <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).
    </p>
    <p>
      ${
        withTokens
          ? html`Every request carries a token: <code>Authorization: Bearer &lt;secret&gt;</code>,
              or a pair of API_TOKENS as user name and password.`
          : html`No tokens are configured: this server answers to this machine only.`
      }
      Answers that depend on the knowledge alone carry an <code>ETag</code>; errors are
      <code>application/problem+json</code>.
    </p>
    ${OPERATIONS.map((operation) => drawOperation(operation, server, withTokens))}
    <h2 id="problems">Errors</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="Errors">
      <table>
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries(PROBLEMS).map(
            ([name, { status, title }]) =>
              html`<tr>
                <td>${status}</td>
                <td><code>${problemType(name as keyof typeof PROBLEMS)}</code></td>
                <td>${title}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <h2 id="shapes">Shapes</h2>
    ${Object.entries(componentSchemas()).map(([name, schema]) => drawShape(name, schema))}
  </div>`;
}

function drawOperation(operation: Operation, server: string, withTokens: boolean): Html {
  const { id, method, path, summary, meaning, pathParameters, query, body, answer } = operation;
  return html`<section class="operation" aria-labelledby="${id}">
    <h2 id="${id}">${summary}</h2>
    <p class="route"><span class="method">${method.toUpperCase()}</span> <code>${path}</code></p>
    <p>${meaning}</p>
    ${pathParameters === undefined ? "" : fields("In the path", parameterSchemas(pathParameters))}
    ${query === undefined ? "" : fields("Behind the question mark", parameterSchemas(query))}
    <p>
      ${body === undefined ? "" : html`Takes ${shapeName(body)}. `}${answer === undefined ? "Gives nothing back (204)." : html`Gives ${shapeName(answer)}.`}
    </p>
    <pre
      class="scroll"
      tabindex="0"
      role="group"
      aria-label="Example: ${summary}"
    ><code>${example(operation, server, withTokens)}</code></pre>
  </section>`;
}

function example(
  { method, example: { path, json } }: Operation,
  server: string,
  withTokens: boolean,
): string {
  return [
    `curl ${method === "post" ? "" : "-s "}'${server}${path}'`,
    ...(withTokens ? ["-H 'authorization: Bearer <secret>'"] : []),
    ...(json === undefined ? [] : ["-H 'content-type: application/json'", `-d '${json}'`]),
  ].join(" \\\n  ");
}

function drawShape(name: string, schema: SchemaPart): Html {
  const forms = (schema.anyOf ?? schema.oneOf ?? [schema]).filter(
    ({ properties }) => properties !== undefined,
  );
  return html`<section class="shape" aria-labelledby="shape-${name}">
    <h3 id="shape-${name}">${name}</h3>
    ${schema.description === undefined ? "" : html`<p>${schema.description}</p>`}
    ${
      schema.anyOf === undefined
        ? forms.map(({ properties = {}, required = [] }) =>
            fields(kindOf(properties), properties, required),
          )
        : kinds(forms)
    }
  </section>`;
}

/** A union of many small forms: one row each. */
function kinds(forms: readonly SchemaPart[]): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Kinds">
    <table>
      <thead>
        <tr>
          <th scope="col">kind</th>
          <th scope="col">Fields beside it</th>
        </tr>
      </thead>
      <tbody>
        ${forms.map(({ properties: { kind = {}, ...others } = {} }) => {
          const parts = Object.entries(others).map(([name, part]) => `${name}: ${typeName(part)}`);
          return html`<tr>
            <th scope="row"><code>${typeName(kind)}</code></th>
            <td>${parts.join("; ") || "none"}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

/** Of a union: what tells this form from the others. */
function kindOf({ kind }: Readonly<Record<string, SchemaPart>>): string {
  return kind === undefined ? "Fields" : `Where kind is ${typeName(kind)}`;
}

function fields(
  caption: string,
  parts: Readonly<Record<string, SchemaPart>>,
  required: readonly string[] = [],
): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(parts).map(
          ([name, part]) =>
            html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td>
                ${typeName(part)}${required.length > 0 && !required.includes(name) ? " (optional)" : ""}
              </td>
              <td>${part.description ?? ""}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function typeName(part: SchemaPart): string {
  if (part.$ref !== undefined) return part.$ref.slice(part.$ref.lastIndexOf("/") + 1);
  if (part.const !== undefined) return JSON.stringify(part.const);
  if (part.enum !== undefined) return part.enum.map((value) => JSON.stringify(value)).join(" or ");
  if (part.prefixItems !== undefined) return `[${part.prefixItems.map(typeName).join(", ")}]`;
  if (part.type === "array")
    return `list of ${part.items === undefined ? "anything" : typeName(part.items)}`;
  if (part.type === "object" && part.properties !== undefined) {
    return `{ ${Object.keys(part.properties).join(", ")} }`;
  }
  return part.type ?? "anything";
}

function shapeName(shape: z.ZodType): Html {
  const name = names.get(shape)?.id ?? "";
  return html`<a href="#shape-${name}">${name}</a>`;
}
