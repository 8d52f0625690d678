import { expect, it } from "vitest";
import { snapshotOf } from "../../support/build-snapshot.ts";
import { serve } from "./serve.ts";

const SECRET = "secret-of-the-ci";
const PATHS = [
  "/reload",
  "/admin",
  "/admin/reload",
  "/docent/reload",
  "/api/v1/reload",
  "/api/v1/admin",
];

it("fault 75: nothing is administered over HTTP, with a token or without, by any method", async () => {
  const snapshot = snapshotOf({ "vpn.md": "# VPN\n\nThe VPN connects laptops.\n" });
  const served = await serve({
    snapshot,
    config: { web: { tokens: [{ name: "ci", secret: SECRET }] } },
  });
  for (const path of PATHS) {
    for (const method of ["GET", "POST", "PUT", "DELETE", "PATCH"]) {
      for (const headers of [{}, { authorization: `Bearer ${SECRET}` }]) {
        const body = method === "GET" || method === "DELETE" ? {} : { body: "{}" };
        const response = await fetch(served.url + path, { method, headers, ...body });
        const expected = "authorization" in headers ? [403, 404, 405] : [401];
        expect(expected, `${method} ${path}`).toContain(response.status);
      }
    }
  }
  await served.stop();
});

it("fault 64: no interaction of Discord is taken over HTTP, whatever signature it bears", async () => {
  const served = await serve({ snapshot: snapshotOf({ "vpn.md": "# VPN\n\nThe VPN.\n" }) });
  for (const path of ["/interactions", "/discord/interactions", "/api/v1/interactions"]) {
    const response = await fetch(served.url + path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-signature-ed25519": "00".repeat(64),
        "x-signature-timestamp": "1700000000",
      },
      body: '{"type":1}',
    });
    await response.text();
    expect([403, 404], path).toContain(response.status);
  }
  await served.stop();
});
