import { basename, join, resolve } from "node:path";
import { BenchFault } from "./fault.ts";
import type { Entry, QuestionSet, SetQuestion } from "./question-set.ts";
import { linesOf, objectOf, optionalLinesOf, textField } from "./read-lines.ts";
import type { Line } from "./read-lines.ts";

/**
 * Reads a folder in BEIR's form: `corpus.jsonl`, `queries.jsonl`, `qrels/test.tsv`, and where there are any `answers.jsonl` and
 * `unanswerable.txt`. Throws `BenchFault` with the file and line of the first fault. Questions that are neither judged nor
 * listed as unanswerable are left out, as in BEIR.
 */
export function readSet(folder: string): QuestionSet {
  const entries = readEntries(join(folder, "corpus.jsonl"));
  const known = new Set(entries.map(({ id }) => id));
  const texts = readQueries(join(folder, "queries.jsonl"));
  const gold = readJudgements(join(folder, "qrels", "test.tsv"), known, texts);
  const answers = readAnswers(join(folder, "answers.jsonl"), texts);
  const unanswerable = new Set(
    optionalLinesOf(join(folder, "unanswerable.txt")).map((line) => {
      const id = line.text.trim();
      if (!texts.has(id))
        throw new BenchFault(
          `${line.where} names the question "${id}", which queries.jsonl does not have.`,
        );
      if (gold.has(id))
        throw new BenchFault(
          `${line.where} calls "${id}" unanswerable, and qrels/test.tsv judges an entry for it.`,
        );
      return id;
    }),
  );
  const questions = [...texts].flatMap(([id, text]): SetQuestion[] => {
    if (!gold.has(id) && !unanswerable.has(id)) return [];
    return [{ id, text, gold: gold.get(id) ?? new Map(), texts: answers.get(id) ?? [] }];
  });
  return { name: basename(resolve(folder)), entries, questions };
}

/** Questions alone, one JSON object with a `text` a line. */
export function readQuestions(file: string): string[] {
  return linesOf(file).map((line) => textField(objectOf(line), "text", line.where));
}

function readEntries(file: string): Entry[] {
  const seen = new Set<string>();
  const entries = linesOf(file).map((line): Entry => {
    const object = objectOf(line);
    const id = unique(textField(object, "_id", line.where), seen, line);
    const title = object["title"] === undefined ? "" : textField(object, "title", line.where);
    return { id, title, text: textField(object, "text", line.where) };
  });
  if (entries.length === 0) throw new BenchFault(`${file}:1 is empty. Write one entry a line.`);
  return entries;
}

function readQueries(file: string): Map<string, string> {
  const seen = new Set<string>();
  return new Map(
    linesOf(file).map((line) => {
      const object = objectOf(line);
      return [
        unique(textField(object, "_id", line.where), seen, line),
        textField(object, "text", line.where),
      ];
    }),
  );
}

function readJudgements(
  file: string,
  known: ReadonlySet<string>,
  questions: ReadonlyMap<string, string>,
): Map<string, Map<string, number>> {
  const [header, ...lines] = linesOf(file);
  if (header !== undefined && /\t-?\d+(?:\.\d+)?$/u.test(header.text)) {
    throw new BenchFault(
      `${header.where} is a judgement. The first line must be the header: query-id, corpus-id, score.`,
    );
  }
  const gold = new Map<string, Map<string, number>>();
  for (const { text, where } of lines) {
    const [question = "", entry = "", grade = "", ...more] = text.split("\t");
    const score = Number(grade);
    if (grade.trim() === "" || !Number.isFinite(score) || more.length > 0) {
      throw new BenchFault(`${where} is not "question<tab>entry<tab>score".`);
    }
    if (!questions.has(question))
      throw new BenchFault(
        `${where} names the question "${question}", which queries.jsonl does not have.`,
      );
    if (!known.has(entry))
      throw new BenchFault(
        `${where} names the entry "${entry}", which corpus.jsonl does not have.`,
      );
    if (score <= 0) continue;
    const judged = gold.get(question) ?? new Map<string, number>();
    gold.set(question, judged.set(entry, score));
  }
  return gold;
}

function readAnswers(file: string, questions: ReadonlyMap<string, string>): Map<string, string[]> {
  return new Map(
    optionalLinesOf(file).map((line) => {
      const object = objectOf(line);
      const id = textField(object, "id", line.where);
      if (!questions.has(id))
        throw new BenchFault(
          `${line.where} names the question "${id}", which queries.jsonl does not have.`,
        );
      const answers = object["answers"];
      if (!Array.isArray(answers)) throw new BenchFault(`${line.where} has no list "answers".`);
      const texts = answers.map((answer: unknown) =>
        textField((answer ?? {}) as Readonly<Record<string, unknown>>, "text", line.where),
      );
      return [id, [...new Set(texts)]];
    }),
  );
}

function unique(id: string, seen: Set<string>, { where }: Line): string {
  if (seen.has(id))
    throw new BenchFault(`${where} repeats the id "${id}". Ids must be unique in their file.`);
  seen.add(id);
  return id;
}
