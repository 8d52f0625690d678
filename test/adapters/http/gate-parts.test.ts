import { describe, expect, it } from "vitest";
import { isLoopbackName, isOwnOrigin } from "../../../adapters/http/origin.ts";
import { addressKey } from "../../../adapters/http/rate-limits.ts";
import { createTokenCheck } from "../../../adapters/http/tokens.ts";

const SECRET = "s3cret-of-the-ci-token";
const TOKENS = [
  { name: "ci", secret: SECRET },
  { name: "hr", secret: "another-secret-for-hr" },
];
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString("base64")}`;

describe("what the gate is made of", () => {
  it("knows a token only by its whole secret, and a pair only by both halves", () => {
    const check = createTokenCheck(TOKENS);
    expect(check(`Bearer ${SECRET}`)).toBe("ci");
    expect(check(basic(`ci:${SECRET}`))).toBe("ci");
    for (const wrong of [
      undefined,
      "",
      "Bearer",
      `Bearer ${SECRET}x`,
      `Bearer ${SECRET.slice(0, -1)}`,
      `Token ${SECRET}`,
      basic(`hr:${SECRET}`),
      basic(`ci`),
      basic(`:${SECRET}`),
      "Basic ???",
    ]) {
      expect(check(wrong), wrong).toBeUndefined();
    }
  });

  it("counts a subscriber's many IPv6 addresses as one, and a mapped IPv4 address as itself", () => {
    expect(addressKey("2001:db8:1:2:3:4:5:6")).toBe(addressKey("2001:db8:1:2::1"));
    expect(addressKey("2001:db8:1:2::1")).not.toBe(addressKey("2001:db8:1:3::1"));
    expect(addressKey("::ffff:10.0.0.1")).toBe("10.0.0.1");
    expect(addressKey("::1")).toBe("0:0:0:0::/64");
    expect(addressKey(undefined)).toBe("unknown");
  });

  it("tells loopback from what only looks like it", () => {
    expect(["localhost", "LOCALHOST:1", "127.9.9.9:80", "[::1]"].every(isLoopbackName)).toBe(true);
    expect(
      ["", "localhos", "127.0.0.1.x", "127.0.0", "::1x", "[::1", "evil.localhost.x"].some(
        isLoopbackName,
      ),
    ).toBe(false);
  });

  it("takes the default port of a name as written or left out", () => {
    const own = (origin: string, host: string): boolean =>
      isOwnOrigin({ origin, host, fetchSite: undefined, api: false });
    expect(own("https://docent.example", "docent.example:443")).toBe(true);
    expect(own("https://docent.example", "Docent.example")).toBe(true);
    expect(own("https://docent.example:8443", "docent.example")).toBe(false);
    expect(own("not an origin", "docent.example")).toBe(false);
  });
});
