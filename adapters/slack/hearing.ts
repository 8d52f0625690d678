import { z } from "zod";
import { DocentError } from "../../src/index.ts";
import { placeOf } from "./audience.ts";
import { parseEvent, questionShape } from "./parse.ts";
import type { Parts } from "./parts.ts";
import { privateShape } from "./private-questions.ts";
import type { PrivateQuestions } from "./private-questions.ts";
import type { Questions } from "./questions.ts";

/** What is done about what was heard in a channel. */
export interface Hearing {
  /** `accepted` is called once a question is safe with us. */
  heard(body: unknown, accepted: () => void): Promise<void>;
  /** What `Message.event` of this adapter holds, by this process or another one. */
  resume(event: unknown): Promise<void>;
}

const resumable = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("posted"), question: questionShape, editedAt: z.string().optional() }),
  z.object({ kind: z.literal("private"), question: privateShape }),
]);

export function createHearing(
  parts: Parts,
  questions: Questions,
  privately: PrivateQuestions,
): Hearing {
  const { records, posting, services } = parts;

  return {
    async heard(body, accepted) {
      const heard = parseEvent(body, parts.me());
      if (heard === undefined) return;
      switch (heard.kind) {
        case "question":
          await questions.ask(heard.question, { accepted });
          return;
        case "edited": {
          const { question, editedAt, calls } = heard;
          const reply = await records.reply(placeOf(question.team, question.channel), question.ts);
          if (reply === undefined) {
            // An edit before its question, or of one that was none: only being called by name now makes it one.
            if (calls) await questions.ask(question, { accepted });
            return;
          }
          // What it said before is neither kept nor leant on.
          if (reply.answer !== undefined) await services.retract(reply.answer);
          // It was asked once: an edit that leaves our name out does not take the question back.
          const way = question.way === "direct" ? question.way : "mention";
          await questions.ask({ ...question, way }, { editedAt, accepted });
          return;
        }
        case "deleted": {
          const place = placeOf(heard.team, heard.channel);
          await records.deleted(place, heard.ts);
          const reply = await records.reply(place, heard.ts);
          // Forgotten first: that must not hang on what Slack does.
          if (reply?.answer !== undefined) await services.retract(reply.answer);
          if (reply !== undefined) await posting.remove(heard.channel, reply.ts);
          return;
        }
      }
    },

    async resume(event) {
      const parsed = resumable.safeParse(event);
      if (!parsed.success) {
        throw new DocentError(
          "platform-refused",
          "An event in the inbox is not one that the Slack adapter wrote",
          {
            remedy: "It was written by another version; it is given up after its attempts.",
          },
        );
      }
      services.metrics.count("slack_events_resumed_total");
      const { data } = parsed;
      if (data.kind === "private") await privately.ask(data.question);
      else {
        const { question, editedAt } = data;
        await questions.ask(question, { again: true, ...(editedAt !== undefined && { editedAt }) });
      }
    },
  };
}
