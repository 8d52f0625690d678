import type { Services } from "../../src/index.ts";
import type { Context } from "./interaction.ts";
import { placeKey, privateAsker } from "./audience.ts";
import { renderAdmin } from "./render.ts";
import type { Responder } from "./respond.ts";
import type { Rights } from "./rights.ts";

/** Runs an administrative line for whoever sent it; whether they may is decided here, at every single one. */
export async function runAdmin(
  command: string,
  context: Context,
  responder: Responder,
  parts: { readonly services: Services; readonly rights: Rights },
): Promise<void> {
  const place = placeKey(context.place);
  const reply = await parts.services.admin.run(command, {
    asker: privateAsker(context.person, context.place),
    admin: parts.rights.admin(context),
    from: "discord",
    ...(place === undefined ? {} : { place, community: "server" }),
  });
  await responder.send(renderAdmin(reply));
}
