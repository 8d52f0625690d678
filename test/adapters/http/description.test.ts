import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describedAt } from "./described.ts";
import type { Description } from "./described.ts";
import { PAGES } from "./pages.ts";
import { serve, snapshotOf } from "./serve.ts";
import type { Served } from "./serve.ts";

let served: Served;
let description: Description;
beforeAll(async () => {
  served = await serve({ snapshot: snapshotOf(PAGES) });
  description = await describedAt(served.url);
});
afterAll(() => served.stop());

describe("the description of the API", () => {
  it("describes what is there: every operation answers, and every reference leads somewhere", async () => {
    const text = JSON.stringify(description);
    for (const [, id = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/gu)) {
      expect(description.components.schemas).toHaveProperty(id);
    }
    for (const [path, methods] of Object.entries(description.paths)) {
      for (const method of Object.keys(methods)) {
        const response = await fetch(served.url + path.replace("{id}", "it%2Fvpn.md%23vpn"), {
          method: method.toUpperCase(),
        });
        await response.text();
        expect([200, 415], `${method} ${path}`).toContain(response.status);
      }
    }
  });

  it("is readable for people", async () => {
    const page = await (await fetch(`${served.url}/docs`)).text();
    for (const path of Object.keys(description.paths)) expect(page).toContain(path);
    for (const name of Object.keys(description.components.schemas))
      expect(page).toContain(`id="shape-${name}"`);
  });

  it("says which methods an address takes", async () => {
    const response = await fetch(`${served.url}/api/v1/ask`);
    expect(response.headers.get("allow")).toBe("POST");
    expect([response.status, await response.json()]).toMatchObject([
      405,
      { type: "urn:docent:problem:method-not-allowed" },
    ]);
  });

  it("answers an address that is not there with a problem, not a page", async () => {
    const response = await fetch(`${served.url}/api/v2/ask`);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      404,
      "application/problem+json",
    ]);
  });
});
