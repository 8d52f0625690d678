import type { View } from "../adapters/console/render.ts";
import { hasColour, lineWidthOf } from "../adapters/console/terminal.ts";
import type { World } from "./core.ts";

/** How answers are drawn on the standard output; `folder` stands before a page's path. */
export function viewOf(world: World, folder: string): View {
  return {
    width: lineWidthOf(world.stdout),
    colour: hasColour(world.stdout, world.env),
    folder,
    now: world.clock.now(),
  };
}
