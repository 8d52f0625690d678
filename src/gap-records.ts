import type { Store } from "./ports.ts";
import { isRecord, isTexts } from "./shapes.ts";
import type { GapQuestion } from "./gap-question.ts";

/** What a group is known by; written once, and again only to live longer. */
export interface GapHead {
  readonly id: string;
  readonly number: number;
  readonly terms: readonly string[];
}

/** One person's question in a group. */
export interface GapRow extends GapQuestion {
  readonly at: number;
}

export type GapState = "open" | "assigned" | "dismissed" | "closed";

export interface GapMark {
  readonly state: GapState;
  /** Who it is assigned to. */
  readonly to?: string;
  /** Who decided; "test" where a reload did. */
  readonly by: string;
  readonly at: number;
}

export const HEAD_PREFIX = "gap:";
export const ROW_PREFIX = "asked:";
export const MARK_PREFIX = "gap-mark:";
export const GAP_ANSWER_PREFIX = "gap-answer:";

export async function readHeads(store: Store): Promise<readonly GapHead[]> {
  const heads: GapHead[] = [];
  for await (const [key, value] of store.entries(HEAD_PREFIX)) {
    if (!isRecord(value)) continue;
    const { number, terms } = value;
    if (typeof number !== "number" || !isTexts(terms)) continue;
    heads.push({ id: key.slice(HEAD_PREFIX.length), number, terms });
  }
  return heads.sort((a, b) => a.number - b.number);
}

/** The rows of each group, latest first. */
export async function readRows(store: Store): Promise<ReadonlyMap<string, readonly GapRow[]>> {
  const rows = new Map<string, GapRow[]>();
  for await (const [key, value] of store.entries(ROW_PREFIX)) {
    const row = parseRow(value);
    const id = key.slice(ROW_PREFIX.length, key.lastIndexOf(":"));
    if (row !== undefined) rows.set(id, [...(rows.get(id) ?? []), row]);
  }
  for (const list of rows.values()) list.sort((a, b) => b.at - a.at);
  return rows;
}

export function parseRow(value: unknown): GapRow | undefined {
  if (!isRecord(value)) return undefined;
  const { text, person, tenant, labels, cause, note, page, unhelpful, at } = value;
  if (typeof text !== "string" || typeof person !== "string" || typeof tenant !== "string") {
    return undefined;
  }
  if (cause !== "abstained" && cause !== "not-helpful") return undefined;
  if (!isTexts(labels) || typeof at !== "number") return undefined;
  const about = {
    ...(typeof note === "string" && { note }),
    ...(typeof page === "string" && { page }),
    ...(typeof unhelpful === "string" && { unhelpful }),
  };
  return { text, person, tenant, labels, cause, at, ...about };
}

export async function readMark(store: Store, id: string): Promise<GapMark | undefined> {
  const value = await store.get(MARK_PREFIX + id);
  if (!isRecord(value)) return undefined;
  const { state, to, by, at } = value;
  if (typeof by !== "string" || typeof at !== "number") return undefined;
  if (state !== "open" && state !== "assigned" && state !== "dismissed" && state !== "closed") {
    return undefined;
  }
  return { state, by, at, ...(typeof to === "string" && { to }) };
}

/** What a human answered when asked. */
export async function readAnswer(store: Store, id: string): Promise<string | undefined> {
  const value = await store.get(GAP_ANSWER_PREFIX + id);
  return isRecord(value) && typeof value["text"] === "string" ? value["text"] : undefined;
}
