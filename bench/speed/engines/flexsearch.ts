import { Document } from "flexsearch";
import type { BuildIndex } from "./engine.ts";

/** FlexSearch's document index with its defaults; `suggest` also finds what holds only some of the words. */
export const flexSearch: BuildIndex = (sections) => {
  const index = new Document({ document: { id: "id", index: ["title", "text"] } });
  for (const [id, section] of sections.entries()) index.add({ id, ...section });
  return (question, limit) => {
    const found = index.search(question, { limit, suggest: true });
    return [...new Set(found.flatMap(({ result }) => result.map(Number)))].slice(0, limit);
  };
};
