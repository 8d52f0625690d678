import type { Delivery, Message } from "./ports.ts";
import { adapterOf } from "./tenant.ts";
import type { Answer } from "./types.ts";

/** A question's line in the log, without its text: found by what its asker was given, or by its answer's id. */
export function questionLine(
  { query, trace }: Message,
  answer: Answer | undefined,
  end: { readonly outcome: Delivery; readonly ms: number },
): object {
  const { outcome, ms } = end;
  return { trace: trace ?? answer?.id, adapter: adapterOf(query.asker.id), outcome, ms };
}
