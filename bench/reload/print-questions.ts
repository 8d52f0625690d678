import { systemClock } from "../../adapters/node/clock.ts";
import { folderSource } from "../../adapters/node/folder-source.ts";
import { questionsOf } from "./question-load.ts";

/** Prints some hundred questions about a folder's pages as JSON: in a process of its own, whose memory nobody measures. */
const { pages } = await folderSource({ folder: process.argv[2] ?? "", clock: systemClock }).read();
process.stdout.write(JSON.stringify(questionsOf(pages, 300)));
