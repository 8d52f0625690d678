import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { systemClock } from "../adapters/node/clock.ts";
import { folderSource } from "../adapters/node/folder-source.ts";
import { createRender } from "../adapters/slack/render.ts";
import { buildSnapshot } from "../src/index.ts";
import { drawMessage, drawPage } from "./slack/page.ts";

/** Draws what Slack would show for the questions given (or a few of its own): `artefacts/slack.html`, to look at. */
const given = process.argv.slice(2);
const questions =
  given.length > 0
    ? given
    : [
        "How much does a senior backend developer make in India?",
        "What is an index in a database?",
        "What is the difference between REST and GraphQL?",
        "How do I become a backend developer?",
        "show me a docker file",
        "who won the match yesterday",
        "hello",
      ];
const snapshot = buildSnapshot(
  await folderSource({ folder: "knowledge", clock: systemClock }).read(),
  {
    hash: (text) => createHash("sha256").update(text).digest("hex"),
    now: () => performance.now(),
  },
);
const render = createRender({ now: systemClock.now(), human: true });
const messages: string[] = [];
for (const text of questions) {
  const query = { text, asker: { id: "slack:T1:U1", labels: [] } };
  const outcome = await snapshot.answer(query);
  const { blocks } = render({ ...outcome, id: "answer", query, version: snapshot.facts.version });
  messages.push(
    `<p><b>Asked:</b> ${text.replaceAll("<", "&lt;")}</p>`,
    drawMessage("Docent", blocks),
  );
}
mkdirSync("artefacts", { recursive: true });
writeFileSync("artefacts/slack.html", drawPage("Docent in Slack", messages));
console.log("artefacts/slack.html");
