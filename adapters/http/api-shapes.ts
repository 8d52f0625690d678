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
  const rows = forms.map(({ properties: { kind = {}, ...others } = {} }) => {
    const parts = Object.entries(others).map(([name, part]) => `${name}: ${typeName(part)}`);
    return html`<tr>
      <th scope="row"><code>${typeName(kind)}</code></th>
      <td>${parts.join("; ") || "none"}</td>
    </tr>`;
  });
  return drawTable({ label: "Kinds", columns: ["kind", "Fields beside it"], rows });
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
  const rows = Object.entries(parts).map(
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
  );
  return drawTable({ label: caption, caption, columns: ["Name", "Type and meaning"], rows });
}

interface TableParts {
  /** What a screen reader calls the table. */
  readonly label: string;
  /** The same to see. */
  readonly caption?: string;
  readonly columns: readonly string[];
  readonly rows: readonly Html[];
}

/** A table that scrolls by itself where the window is narrow, with the keyboard, too. */
export function drawTable({ label, caption, columns, rows }: TableParts): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${label}">
    <table>
      ${
        caption === undefined
          ? ""
          : html`<caption>
              ${caption}
            </caption>`
      }
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
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
    const parts = Object.entries(part.properties).map(([name, one]) => `${name}: ${typeName(one)}`);
    return `{ ${parts.join(", ")} }`;
  }
  return part.type ?? "anything";
}
