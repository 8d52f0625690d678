import { z } from "zod";
import type { Identity } from "./settings.ts";

const shape = z.object({
  team_id: z.string().optional(),
  event: z.object({
    type: z.enum(["app_uninstalled", "tokens_revoked"]),
    tokens: z.object({ bot: z.array(z.string()).nullish() }).optional(),
  }),
});

/**
 * How our installation ended: everything kept of the workspace is deleted then, so what ends somebody else's (another
 * workspace, one person's token) must not be taken for it.
 */
export function removalOf(body: unknown, me: Identity): string | undefined {
  const parsed = shape.safeParse(body);
  if (!parsed.success) return undefined;
  const { team_id, event } = parsed.data;
  if (team_id !== undefined && team_id !== me.team) return undefined;
  if (event.type === "tokens_revoked" && (event.tokens?.bot ?? []).length === 0) return undefined;
  return event.type;
}
