import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { systemClock } from "../adapters/node/clock.ts";
import { folderSource } from "../adapters/node/folder-source.ts";
import { answerView } from "../adapters/slack/answer-view.ts";
import { escalationMessage } from "../adapters/slack/escalation-message.ts";
import { homeView } from "../adapters/slack/home-view.ts";
import { createRender, renderNotice } from "../adapters/slack/render.ts";
import { buildSnapshot } from "../src/building.ts";
import type { Answer, Notice } from "../src/index.ts";
import { adminReplies } from "./slack/admin-replies.ts";
import { drawCaption, drawMessage, drawPage, drawView } from "./slack/page.ts";

/**
 * Draws what Slack would show, to look at, into `artefacts/slack.html`: the answers to the questions given; without any,
 * the answers to a few of its own and every other surface.
 */
const given = process.argv.slice(2);
const OWN = [
  "How much does a senior backend developer make in India?",
  "What is the difference between REST and GraphQL?",
  "How do I become a backend developer?",
  "show me a docker file",
  "what does a softwear architect do",
  "who won the match yesterday",
  "hello",
];
const NOTICES: readonly Notice[] = [
  { kind: "busy" },
  { kind: "limited", retryInMs: 10_000 },
  { kind: "too-long", length: 4500, limit: 4000 },
  { kind: "broken", id: "7f3a" },
];
const now = systemClock.now();
const asker = { id: "slack:T1:U1", labels: ["slack:team:T1", "slack:user:U1"] };
const snapshot = await buildSnapshot(
  await folderSource({ folder: "knowledge", clock: systemClock }).read(),
  {
    hash: (text) => createHash("sha256").update(text).digest("hex"),
    now: () => performance.now(),
  },
);

async function ask(text: string): Promise<Answer> {
  const query = { text, asker };
  return { ...(await snapshot.answer(query)), id: "answer", query, version: "v1" };
}

const render = createRender({ now, human: true });
const drawn: string[] = [];
for (const text of given.length > 0 ? given : OWN) {
  drawn.push(drawCaption(`Asked: ${text}`), drawMessage("Docent", render(await ask(text)).blocks));
}
if (given.length === 0) await drawTheRest();
mkdirSync("artefacts", { recursive: true });
writeFileSync("artefacts/slack.html", drawPage("Docent in Slack", drawn));
console.log("artefacts/slack.html");

/** What only the asker sees, what opens beside the conversation, and what is said where there is no answer. */
async function drawTheRest(): Promise<void> {
  const [known = "", , , , meant = ""] = OWN;
  const answer = await ask(known);
  const options = { now, human: true };
  const onlyYou = createRender({ ...options, onlyYou: true })(answer);
  const unasked = createRender({ ...options, unasked: true })(answer);
  const declared = (await snapshot.declared()).map(({ text }) => text);
  const home = homeView(asker, {
    pinned: declared.slice(0, 5),
    popular: declared.slice(5, 8),
    topics: await snapshot.topics(asker),
  });
  const empty = { ...(await ask("")), kind: "abstained", reason: "empty-query" } as Answer;
  const hint = createRender({ ...options, pinned: declared.slice(0, 3) })(empty);
  const escalation = { id: "e", question: meant, asker: asker.id, permalink: "https://a.example" };
  drawn.push(
    drawCaption("/ask: only the asker sees it"),
    drawMessage("Docent", onlyYou.blocks),
    drawCaption("In an auto channel"),
    drawMessage("Docent", unasked.blocks),
    drawCaption("A mention without words"),
    drawMessage("Docent", hint.blocks),
    drawCaption("Ask a human"),
    drawMessage("Docent", escalationMessage({ ...escalation, state: "open" }).blocks),
    drawCaption("In modals"),
    drawView("Docent", answerView(answer, options).blocks),
    drawView("Docent", answerView(await ask(meant), options).blocks),
    drawCaption("Home"),
    drawView("Home", home.blocks),
    ...NOTICES.map((notice) => drawMessage("Docent", renderNotice(notice).blocks)),
    drawCaption("What administrators are answered, for their eyes only"),
    ...(await adminReplies()).flatMap(({ caption, message }) => [
      drawCaption(caption),
      drawMessage("Docent", message.blocks),
    ]),
  );
}
