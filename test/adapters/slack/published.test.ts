import { existsSync, readFileSync, readdirSync } from "node:fs";
import { Ajv } from "ajv";
import type { ValidateFunction } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerView } from "../../../adapters/slack/answer-view.ts";
import { createRender } from "../../../adapters/slack/render.ts";
import { EVENT_SCOPES } from "../../../adapters/slack/scopes.ts";
import { viewFaults } from "../../fakes/slack/check-blocks.ts";
import { streamFaults } from "../../fakes/slack/check-stream.ts";
import { METHOD_SHAPES } from "../../fakes/slack/methods.ts";
import { anyAnswer } from "../../support/any-answer.ts";
import { NOW } from "../../support/answers.ts";

/**
 * Where the published copy and Slack differ: text is not required where there are chunks, and the newest client knows one
 * argument more (its types, 8.2).
 */
const NOT_REQUIRED = new Set(["chat.appendStream markdown_text"]);
const NEWER = new Set(["chat.stopStream session_status"]);

/** The platform's published descriptions, kept outside the project; without them only our own checks run. */
const published = new URL("../../../../shared/platform/", import.meta.url);
const present = existsSync(published);
if (!present) console.info("Slack's published descriptions are not here: only our own checks run");

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, published), "utf8"));

it("draws views that Slack takes, for any answer whatsoever", () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      expect(viewFaults(answerView(answer, { now: NOW, human: true }))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

describe.runIf(present)("against Slack's published descriptions", () => {
  const ajv = new Ajv({ strict: false, allErrors: false });
  const schemas = present ? (json("slack-blockkit.schema.json") as Record<string, object>) : {};
  const compiled = (name: string): ValidateFunction => {
    const schema = structuredClone(schemas[name] ?? {}) as {
      definitions: Record<string, { properties: object }>;
    };
    // Documented on docs.slack.dev for the element, missing in the types that the schema was made from.
    const list = schema.definitions["RichTextList"];
    if (list !== undefined) Object.assign(list.properties, { offset: { type: "number" } });
    return ajv.compile(schema);
  };

  it("every answer's blocks follow the Block Kit schema", () => {
    const validate = compiled("Blocks");
    const render = createRender({ now: NOW, human: true, onlyYou: true, unasked: true });
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        expect(
          validate(JSON.parse(JSON.stringify(render(answer).blocks))),
          JSON.stringify(validate.errors?.[0]),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("every answer's view follows the schema of views", () => {
    const validate = compiled("AnyView");
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const view: unknown = JSON.parse(
          JSON.stringify(answerView(answer, { now: NOW, human: true })),
        );
        expect(validate(view), JSON.stringify(validate.errors?.[0])).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("the manifest follows the schema of manifests", () => {
    const manifest: unknown = JSON.parse(
      readFileSync(new URL("../../../adapters/slack/manifest.json", import.meta.url), "utf8"),
    );
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      json("slack-manifest.schema.json") as object,
    );
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(Object.keys(METHOD_SHAPES))("the fake knows %s as it is documented", (method) => {
    const [group] = method.split(".");
    const known = json(`slack-api-ref/methods/${group}/${method}.json`) as {
      args?: Record<string, { required?: boolean }>;
    };
    const documented = Object.entries(known.args ?? {});
    const shape = METHOD_SHAPES[method] ?? { required: [], optional: [] };
    const names = documented.map(([name]) => name);
    const taken = [...shape.required, ...shape.optional];
    expect(names).toEqual(
      expect.arrayContaining(taken.filter((name) => !NEWER.has(`${method} ${name}`))),
    );
    for (const [name, { required }] of documented) {
      if (required === true && name !== "token" && !NOT_REQUIRED.has(`${method} ${name}`))
        expect(shape.required).toContain(name);
    }
  });

  it("chunks that the fake takes follow the schema", () => {
    const validate = compiled("Chunks");
    const words = fc.constantFrom("a", "b", undefined, 1);
    const of = (type: string, fields: object) =>
      fc.record({ type: fc.constant(type), ...fields }, { requiredKeys: ["type"] });
    const source = fc.record({ type: fc.constantFrom("url", "a"), url: fc.webUrl(), text: words });
    const chunk = fc.oneof(
      of("markdown_text", { text: words }),
      of("plan_update", { title: words, text: words }),
      of("blocks", { blocks: fc.constantFrom([{ type: "divider" }], [{}], [], "divider") }),
      of("task_update", {
        id: words,
        title: words,
        status: fc.constantFrom("pending", "in_progress", "complete", "error", "done"),
        details: words,
        output: words,
        sources: fc.array(source),
      }),
      of("image", {}),
    );
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 3 }), (given) => {
        const sent: unknown = JSON.parse(JSON.stringify(given));
        const taken = streamFaults("chat.stopStream", { chunks: sent }).length === 0;
        if (taken) expect(validate(sent), JSON.stringify(validate.errors?.[0])).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each(Object.keys(EVENT_SCOPES))("the event %s exists", (event) => {
    const events = readdirSync(new URL("slack-api-ref/events/", published));
    expect(events).toContain(`${event}.json`);
  });
});
