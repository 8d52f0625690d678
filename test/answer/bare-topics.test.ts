import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const BOATS = {
  "gannet.md": `---
title: The Gannet
aliases: [flagship, brown sails]
questions:
  - "What would I need the Gannet for? -> #uses-of-the-gannet"
never: ["Who owns the Gannet?"]
---
# The Gannet

The Gannet is a wooden boat with two masts.

## Uses of the Gannet

The Gannet carries herring, timber and now and then a cow.

## Costs

The Gannet costs nine pounds a day, the crew included.

## Tan sails

The sails of the boat are tanned with oak bark, and so they are brown.
`,
  "curlew.md": `---
title: The Curlew
aliases: [lugger]
---
# The Curlew

The Curlew is a small iron boat for one person.

## Costs

The Curlew costs two pounds a day.

## How to moor

Throw the rope over the second bollard.
`,
};

describe("a question that is nothing but a name", () => {
  const snapshot = snapshotOf(BOATS);
  const answered = async (text: string): Promise<string> =>
    plainText((await found(snapshot, text)).body);

  it.each(["the gannet", "Gannet?", "what is the gannet", "tell me about the gannet", "flagship"])(
    "%s is answered with where the page of that name begins",
    async (text) => {
      expect(await answered(text)).toMatch(/^The Gannet is a wooden boat/u);
    },
  );

  it("asks for the section that says more of the page's other name than its beginning", async () => {
    expect(await answered("brown sails")).toContain("oak bark");
  });

  it("leaves the same question to what is declared for it in its own small words", async () => {
    expect(await answered("what would I need the gannet for?")).toContain("herring");
  });

  it("asks for the section of that heading", async () => {
    expect(await answered("how to moor")).toContain("second bollard");
    expect(await answered("Uses of the Gannet")).toContain("herring");
  });

  it("is no name where more is asked than what a thing is", async () => {
    for (const text of ["who lugger", "why the lugger?"]) {
      const outcome = await snapshot.answer({ text, asker: anybody });
      expect(outcome.confidence, text).toBeLessThan(0.9);
    }
  });

  it("names nothing where sections of several pages are called so", async () => {
    const outcome = await snapshot.answer({ text: "costs", asker: anybody });
    expect(outcome.confidence).toBeLessThan(0.9);
  });

  it("is unknown where the asker may not read what it names", async () => {
    const closed = snapshotOf({
      "tern.md": "# The Tern\n\nThe Tern sails.",
      "gannet.md": BOATS["gannet.md"].replace("title:", "audience: [crew]\ntitle:"),
    });
    for (const text of ["flagship", "the gannet"]) {
      expect(await closed.answer({ text, asker: anybody })).toMatchObject({ kind: "abstained" });
    }
    expect(await found(closed, "flagship", { id: "x:1", labels: ["crew"] })).toBeDefined();
  });
});
