import type { APIComponentInContainer } from "discord.js";
import type { Citation } from "../../src/index.ts";
import { namedPlace, sourceOf } from "./citations.ts";
import { linkedText, textDisplay } from "./components.ts";

/** Where an answer stands, below it, and how much of the message's text that takes. */
export interface Sources {
  readonly length: number;
  readonly drawn: readonly APIComponentInContainer[];
}

/** A page of citations at most: beyond that each is only its place, and the last are counted. */
const SOURCES_LENGTH = 1_500;
/**
 * Each is three of a message's forty components: with the lines between them (6), the answer (4) and its buttons (9)
 * there are 34. Those after are linked in their line.
 */
const MOST_BUTTONS = 5;
const OPEN = "Open page";

/** One citation below another, with a button for each that has an address. */
export function sources(citations: readonly Citation[], now: number): Sources {
  const drawn: APIComponentInContainer[] = [];
  let length = 0;
  let buttons = 0;
  let lines: string[] = [];
  const together = (): void => {
    if (lines.length > 0) drawn.push(textDisplay(lines.join("\n")));
    lines = [];
  };
  for (const citation of citations) {
    const { line, button } = sourceOf(citation, now);
    if (button === undefined || buttons === MOST_BUTTONS) {
      lines.push(line);
      length += line.length + 1;
      continue;
    }
    together();
    drawn.push(linkedText(button.line, OPEN, button.url));
    buttons += 1;
    length += button.line.length + 1;
  }
  together();
  return length <= SOURCES_LENGTH ? { length, drawn } : places(citations);
}

function places(citations: readonly Citation[]): Sources {
  const lines: string[] = [];
  let length = 0;
  for (const [index, citation] of citations.entries()) {
    const text = `-# ${namedPlace(citation)}`;
    if (length + text.length > SOURCES_LENGTH) {
      lines.push(`-# and ${citations.length - index} more`);
      break;
    }
    lines.push(text);
    length += text.length + 1;
  }
  const text = lines.join("\n");
  return { length: text.length, drawn: [textDisplay(text)] };
}
