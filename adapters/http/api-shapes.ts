import { html } from "hono/html";
import type { Html } from "./html.ts";
import type { SchemaPart } from "./openapi.ts";

/** A named shape with what it consists of. */
export function drawShape(name: string, schema: SchemaPart): Html {
  const forms = (schema.anyOf ?? schema.oneOf ?? [schema]).filter(
    ({ properties }) => properties !== undefined,
  );
  return html`<section class="shape" aria-labelledby="shape-${name}">
    <h3 id="shape-${name}">${name}</h3>
    ${schema.description === undefined ? "" : html`<p>${schema.description}</p>`}
    ${
      schema.anyOf === undefined
        ? forms.map(({ properties = {}, required = [] }) =>
            drawFields(kindOf(properties), properties, required),
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

/** The parts of an object, one a row. */
export function drawFields(
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
          <th scope="col">Type and meaning</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(parts).map(
          ([name, part]) =>
            html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td>
                <span class="type"
                  >${typeName(part)}${required.length > 0 && !required.includes(name) ? ", optional" : ""}</span
                >
                ${part.description ?? ""}
              </td>
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
