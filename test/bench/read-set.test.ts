import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readQuestions, readSet } from "../../bench/quality/read-set.ts";

const GOOD = {
  "corpus.jsonl": '{"_id": "d1", "title": "T", "text": "one"}\n{"_id": "d2", "text": "two"}\n',
  "queries.jsonl":
    '{"_id": "q1", "text": "first?"}\n{"_id": "q2", "text": "second?"}\n{"_id": "q3", "text": "third?"}\n',
  "qrels/test.tsv": "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\n",
  "answers.jsonl": '{"id": "q1", "answers": [{"text": "one"}, {"text": "one"}]}\n',
  "unanswerable.txt": "q2\n",
};

let folder = "";
function write(files: Readonly<Record<string, string>>): string {
  folder = mkdtempSync(join(tmpdir(), "set-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a question set", () => {
  it("is read with its grades, answers and unanswerable questions; unjudged ones are left out", () => {
    const set = readSet(write(GOOD));
    expect(set.entries.map(({ id, title }) => [id, title])).toEqual([
      ["d1", "T"],
      ["d2", ""],
    ]);
    expect(set.questions.map(({ id, gold, texts }) => [id, [...gold], texts])).toEqual([
      ["q1", [["d1", 2]], ["one"]],
      ["q2", [], []],
    ]);
  });

  it("needs neither answers nor unanswerable questions, and takes Windows' line ends", () => {
    const { "answers.jsonl": _, "unanswerable.txt": __, ...least } = GOOD;
    const windows = Object.fromEntries(
      Object.entries(least).map(([name, text]) => [name, text.replaceAll("\n", "\r\n")]),
    );
    expect(readSet(write(windows)).questions).toHaveLength(1);
  });

  it.each([
    ["corpus.jsonl", '{"_id": "d1", "text": "one"}\nnope\n', /corpus\.jsonl:2 is not JSON/u],
    ["corpus.jsonl", '{"_id": "d1"}\n', /corpus\.jsonl:1 has no "text"/u],
    ["corpus.jsonl", "[1]\n", /corpus\.jsonl:1 is not a JSON object/u],
    [
      "corpus.jsonl",
      '{"_id": "d1", "text": "a"}\n\n{"_id": "d1", "text": "b"}\n',
      /corpus\.jsonl:3 repeats the id "d1"/u,
    ],
    ["corpus.jsonl", "", /corpus\.jsonl:1 is empty/u],
    ["queries.jsonl", '{"_id": "q1"}\n', /queries\.jsonl:1 has no "text"/u],
    ["qrels/test.tsv", "q1\td1\t1\n", /test\.tsv:1 is a judgement/u],
    ["qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\n", /test\.tsv:2 is not/u],
    ["qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\tgood\n", /test\.tsv:2 is not/u],
    [
      "qrels/test.tsv",
      "query-id\tcorpus-id\tscore\nq9\td1\t1\n",
      /test\.tsv:2 names the question "q9"/u,
    ],
    [
      "qrels/test.tsv",
      "query-id\tcorpus-id\tscore\nq1\td9\t1\n",
      /test\.tsv:2 names the entry "d9"/u,
    ],
    ["answers.jsonl", '{"id": "q1"}\n', /answers\.jsonl:1 has no list "answers"/u],
    ["answers.jsonl", '{"id": "q7", "answers": []}\n', /answers\.jsonl:1 names the question "q7"/u],
    ["unanswerable.txt", "q2\nq1\n", /unanswerable\.txt:2 calls "q1" unanswerable/u],
  ])("with a fault in %s is refused with file and line (%j)", (file, text, message) => {
    expect(() => readSet(write({ ...GOOD, [file]: text }))).toThrow(message);
  });

  it("without a file it needs is refused by that file's name", () => {
    const { "queries.jsonl": _, ...rest } = GOOD;
    expect(() => readSet(write(rest))).toThrow(/queries\.jsonl:1 is missing/u);
  });

  it("may be questions alone", () => {
    const path = join(write({ "ood.jsonl": '{"_id": "x", "text": "who?"}\n' }), "ood.jsonl");
    expect(readQuestions(path)).toEqual(["who?"]);
  });
});
