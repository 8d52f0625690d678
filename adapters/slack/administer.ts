import type { AdminReply } from "../../src/index.ts";
import { askerId, placeOf } from "./audience.ts";
import { ACTION, button, buttonRow } from "./buttons.ts";
import { plain } from "./citations.ts";
import { drawBody } from "./draw.ts";
import type { Parts, Person } from "./parts.ts";
import { ownAsker } from "./person.ts";
import type { SlackMessage } from "./render.ts";
import { escapeWithin } from "./mrkdwn.ts";
import { LIMITS } from "./limits.ts";
import { moreLines, plainText } from "../../src/index.ts";

/** `/docent …`: the line goes to the core, which decides; here it is only checked who asks. */
export async function administer(
  parts: Parts,
  line: string,
  person: Person,
): Promise<SlackMessage> {
  const { services, directory } = parts;
  const { team, userTeam, user, channel } = person;
  const reply = await services.admin.run(line.trim() === "" ? "help" : line, {
    asker: { ...(await ownAsker(parts, person)), id: askerId(userTeam, user) },
    admin: await directory.isAdmin(user, userTeam),
    from: "slack",
    community: "workspace",
    ...(channel !== undefined && { place: placeOf(team, channel) }),
  });
  return renderAdmin(reply);
}

/** An admin's reply, drawn as an answer is; its next steps carry the command line they stand for. */
export function renderAdmin({ body, next }: AdminReply): SlackMessage {
  const { blocks, cut } = drawBody(body, "message");
  const more = cut.omittedLines === 0 ? undefined : moreLines(cut.omittedLines);
  const row = buttonRow(
    next
      .filter(({ command }) => command.length <= LIMITS.buttonValue)
      .map(({ label, command }, index) => button(`${ACTION.admin}:${index}`, label, command)),
  );
  return {
    text: escapeWithin(plainText(cut.shown), LIMITS.text) || "Done.",
    blocks: [
      ...blocks,
      ...(more === undefined ? [] : [{ type: "context" as const, elements: [plain(more)] }]),
      ...(row === undefined ? [] : [row]),
    ],
  };
}
