import { create, insertMultiple, search } from "@orama/orama";
import type { BuildIndex } from "./engine.ts";

/** Orama with its defaults: full text, BM25. */
export const orama: BuildIndex = async (sections) => {
  const index = create({ schema: { title: "string", text: "string" } as const });
  await insertMultiple(
    index,
    sections.map((section, id) => ({ id: String(id), ...section })),
  );
  return async (question, limit) => {
    const { hits } = await search(index, { term: question, limit });
    return hits.map(({ id }) => Number(id));
  };
};
