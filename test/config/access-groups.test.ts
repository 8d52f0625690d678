import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config.ts";
import { readGroups } from "../../src/config/access-groups.ts";
import { complaint } from "../support/complaint.ts";

describe("ACCESS_GROUPS", () => {
  it("names groups and the labels behind them, each once", async () => {
    const text =
      "people = slack:group:S0123ABCD, discord:role:42,slack:group:S0123ABCD; on-call=slack:user:U1;\nintranet=http:token:wiki,shell:local";
    expect((await parseConfig({ ACCESS_GROUPS: text })).accessGroups).toEqual({
      people: ["slack:group:S0123ABCD", "discord:role:42"],
      "on-call": ["slack:user:U1"],
      intranet: ["http:token:wiki", "shell:local"],
    });
  });

  it("is none where nothing is set", async () => {
    expect((await parseConfig({ ACCESS_GROUPS: " " })).accessGroups).toEqual({});
  });

  it.each([
    ["people", "cannot be read at its group 1: write name=label,label"],
    ["people=slack:group:S1; on call=slack:user:U1", "cannot be read at its group 2"],
    ["a=b=slack:group:S1", "cannot be read at its group 1"],
    ["slack:group:S1=slack:user:U1", "cannot be read at its group 1"],
    ["public=slack:group:S1", "calls its group 1 “public”, which is everybody"],
    ["hr=slack:group:S1;hr=slack:group:S2", "gives its group 2 a name that another one has"],
    ["hr=slack:group:S1,people", "has no label in its group 1, at number 2: give slack:team"],
    ["hr=", "has no label in its group 1, at number 1"],
    ["hr=discord:role:admin", "has no label in its group 1"],
    ["hr=slack:group:@hr", "has no label in its group 1"],
  ])("is refused with the place and what to write: %s", async (text, expected) => {
    expect(await complaint({ ACCESS_GROUPS: text })).toContain(`ACCESS_GROUPS ${expected}`);
  });

  it("is asked for where it was misspelt", async () => {
    expect(await complaint({ ACCESS_GROUP: "hr=slack:group:S1" })).toContain(
      "ACCESS_GROUP is not known: did you mean ACCESS_GROUPS?",
    );
  });

  it("reads every list of groups that can be written", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9._-]{0,8}$/).filter((one) => one !== "public");
    const label = fc.oneof(
      fc.stringMatching(/^slack:(team|channel|user|group):[A-Z0-9]{1,9}$/),
      fc.stringMatching(/^discord:(guild|channel|role|user):\d{1,19}$/),
      fc.stringMatching(/^http:token:[\w.-]{1,9}$/),
    );
    const groups = fc.dictionary(name, fc.uniqueArray(label, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(groups, (some) => {
        const text = Object.entries(some)
          .map(([one, labels]) => `${one}=${labels.join(",")}`)
          .join(";");
        expect(readGroups(text)).toEqual({ groups: { ...some } });
      }),
    );
  });

  it("never fails and never gives a label that no platform vouches for, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const read = readGroups(text);
        if ("fault" in read) return;
        for (const label of Object.values(read.groups).flat()) {
          expect(label).toMatch(/^(?:slack|discord|http|shell):/u);
        }
      }),
    );
  });
});
