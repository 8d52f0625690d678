import lunr from "lunr";
import type { BuildIndex } from "./engine.ts";

/** lunr with its defaults; words go in as terms, so that nothing of a question is read as its query language. */
export const lunrIndex: BuildIndex = (sections) => {
  const index = lunr(function build() {
    this.ref("id");
    this.field("title");
    this.field("text");
    for (const [id, section] of sections.entries()) this.add({ id, ...section });
  });
  return (question, limit) =>
    index
      .query((query) => query.term(lunr.tokenizer(question), {}))
      .slice(0, limit)
      .map(({ ref }) => Number(ref));
};
