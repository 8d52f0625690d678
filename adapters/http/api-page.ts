import { html } from "hono/html";
import type { z } from "zod";
import type { Html } from "./html.ts";
import { componentSchemas, parameterSchemas } from "./openapi.ts";
import { drawFields, drawShape, drawTable } from "./api-shapes.ts";
import { OPERATIONS } from "./operations.ts";
import type { Operation } from "./operations.ts";
import { PROBLEMS, problemType } from "./problem.ts";
import { names } from "./block-shapes.ts";

export interface ApiPageOptions {
  /** The server's own address, for the examples: `http://127.0.0.1:8080`. */
  readonly server: string;
  readonly withTokens: boolean;
}

/** The API for readers: the same shapes and operations as `/openapi.json`, in words. */
export function apiPage({ server, withTokens }: ApiPageOptions): Html {
  return html`<div class="api">
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
    ${drawTable({ label: "Errors", columns: ["Status", "Meaning and type"], rows: problemRows() })}
    <h2 id="shapes">Shapes</h2>
    ${Object.entries(componentSchemas())
      .toSorted(([, a], [, b]) => Number(a.anyOf !== undefined) - Number(b.anyOf !== undefined))
      .map(([name, schema]) => drawShape(name, schema))}
  </div>`;
}

function problemRows(): readonly Html[] {
  return Object.entries(PROBLEMS).map(
    ([name, { status, title }]) =>
      html`<tr>
        <td>${status}</td>
        <td>${title}<br /><code>${problemType(name as keyof typeof PROBLEMS)}</code></td>
      </tr>`,
  );
}

function drawOperation(operation: Operation, server: string, withTokens: boolean): Html {
  const { id, method, path, summary, meaning, pathParameters, query, body, answer } = operation;
  return html`<section class="operation" aria-labelledby="${id}">
    <h2 id="${id}">${summary}</h2>
    <p class="route"><span class="method">${method.toUpperCase()}</span> <code>${path}</code></p>
    <p>${meaning}</p>
    ${pathParameters === undefined ? "" : drawFields("In the path", parameterSchemas(pathParameters))}
    ${query === undefined ? "" : drawFields("Behind the question mark", parameterSchemas(query))}
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

function shapeName(shape: z.ZodType): Html {
  const name = names.get(shape)?.id ?? "";
  return html`<a href="#shape-${name}">${name}</a>`;
}
