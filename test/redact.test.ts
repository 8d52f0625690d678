import fc from "fast-check";
import { expect, test } from "vitest";
import { redact } from "../src/redact.ts";

test.each([
  ["mail ann.o'neil+x@mail.example.co.uk please", "mail [e-mail] please"],
  ["my token xoxb-123456789012-abcdefGHIJ fails", "my token [token] fails"],
  ["ghp_abcdefghijklmnopqrstuvwxyz0123456789 leaked", "[token] leaked"],
  ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_def", "[token]"],
  ["password: hunter2 is refused", "password: [secret] is refused"],
  ["API_KEY=abc", "API_KEY=[secret]"],
  ["call +49 (0)30 1234-5678 now", "call [phone] now"],
  ["call 030 12345678, please", "call [phone], please"],
  ["ask <@U123ABC> or <#C1|general>", "ask [mention] or [mention]"],
  ["id 3f9c2e1a-0b1c-4d2e-8f3a-9b8c7d6e5f4a", "id [token]"],
  ["hash 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "hash [token]"],
])("%s becomes %s", (text, clean) => {
  expect(redact(text)).toBe(clean);
});

test.each([
  "What does a senior earn in India, 18-35 lakh?",
  "Since 2026-11-20, port 5432 on 10.0.0.12 is refused",
  "Internationalization of pneumonoultramicroscopicsilicovolcanoconiosis",
  "Is C++20 or Node 24.1.0 supported in v1.2.3?",
])("%s holds nothing to take out", (text) => {
  expect(redact(text)).toBe(text);
});

test("no e-mail address survives, wherever it stands", () =>
  fc.assert(
    fc.property(
      fc.string({ maxLength: 50 }),
      fc.emailAddress(),
      fc.string({ maxLength: 50 }),
      (a, mail, b) => {
        expect(redact(`${a} ${mail} ${b}`)).not.toContain(mail);
      },
    ),
  ));

test("redacting twice is redacting once", () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(redact(redact(text))).toBe(redact(text));
    }),
  ));

test.each([["@"], ["a@"], ["1"], ["1-"], ["password:"], ["<@"], ["xoxb-"], ["a1"], ["+ ("]])(
  "a text full of %s costs no more than its length allows",
  (piece) => {
    // Four times the text, about four times the work: a quadratic expression would not end within the test's limit.
    expect(redact(piece.repeat(400_000 / piece.length)).length).toBeGreaterThan(0);
  },
);
