import MiniSearch from "minisearch";
import type { BuildIndex } from "./engine.ts";

/** MiniSearch with its defaults. */
export const miniSearch: BuildIndex = (sections) => {
  const index = new MiniSearch<{ id: number; title: string; text: string }>({
    fields: ["title", "text"],
  });
  index.addAll(sections.map((section, id) => ({ id, ...section })));
  return (question, limit) =>
    index
      .search(question)
      .slice(0, limit)
      .map(({ id }) => Number(id));
};
