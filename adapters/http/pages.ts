import { Hono } from "hono";
import { z } from "zod";
import type { Answer, Asker } from "../../src/index.ts";
import { starters, withDeadline } from "../../src/index.ts";
import { askAddress, passageAddress } from "./addresses.ts";
import { answerView } from "./answer-view.ts";
import { askOnce } from "./ask-once.ts";
import { apiPage } from "./api-page.ts";
import { limitRate } from "./gate.ts";
import { homePage } from "./home-page.ts";
import type { Html } from "./html.ts";
import { layout } from "./layout.ts";
import type { Frame } from "./layout.ts";
import { LIMITS, TIMES } from "./limits.ts";
import { noticeProblem } from "./notice-problem.ts";
import { parseLines, passagePage } from "./passage-page.ts";
import { previews } from "./preview.ts";
import { ProblemError } from "./problem.ts";
import { questionPage } from "./question-page.ts";
import type { Spend } from "./rate-limits.ts";
import { readForm } from "./read-body.ts";
import { topicsPage } from "./topics-page.ts";
import type { WebContext, WebEnv } from "./web-env.ts";
import type { WebConfig, WebParts } from "./web-parts.ts";
import { whyPage } from "./why-page.ts";

/** The pages: all of them work without a script; `docent.js` only swaps what lies inside `main`. */
export function createPages(config: WebConfig, services: WebParts, spend: Spend): Hono<WebEnv> {
  const { assistant, clock, knowledge } = services;
  const pages = new Hono<WebEnv>();
  const read = limitRate("read", spend);
  const ask = limitRate("ask", spend);

  const show = (c: WebContext, frame: Omit<Frame, "facts">): Response | Promise<Response> =>
    c.html(layout({ ...frame, facts: knowledge.snapshot.facts }));
  const pinned = (asker: Asker): Promise<readonly string[]> =>
    assistant.pinned(asker, LIMITS.pinned);

  pages.get("/", async (c, next) => {
    if ((c.req.query("q") ?? "").trim() !== "") return next();
    const asker = c.get("asker");
    const [questions, topics] = await Promise.all([pinned(asker), assistant.topics(asker)]);
    return show(c, {
      title: "Docent",
      main: homePage(knowledge.snapshot.facts, questions, topics),
    });
  });

  pages.get("/", ask, async (c) => {
    const question = c.req.query("q") ?? "";
    const view = viewOf(c.req.query("view"));
    const content = {
      answer: () => drawAnswer(c, question),
      why: () => drawWhy(c, question),
      chats: () => drawChats(c, question),
    }[view];
    const main = questionPage(question, view, await content());
    return show(c, { title: `${question.slice(0, 80)} · Docent`, main });
  });

  async function drawAnswer(c: WebContext, question: string): Promise<Html> {
    const asker = c.get("asker");
    const recalled = await voted(c, asker);
    const answer = recalled ?? (await answered(c, question));
    return answerView(answer, {
      now: clock.now(),
      voted: voteOf(c.req.query("voted")),
      pinned: answer.kind === "abstained" ? await pinned(asker) : [],
      // The log line of an answer that is shown again is another request's.
      trace: recalled === undefined ? c.get("trace") : undefined,
    });
  }

  /** The answer that was just voted on, so that a vote neither asks again nor counts twice. */
  async function voted(c: WebContext, asker: Asker): Promise<Answer | undefined> {
    const id = c.req.query("answer");
    return id === undefined ? undefined : assistant.recall(id, asker);
  }

  async function answered(c: WebContext, question: string): Promise<Answer> {
    const asked = await askOnce(services, {
      text: question,
      asker: c.get("asker"),
      trace: c.get("trace"),
    });
    if (asked.kind === "notice") throw new ProblemError(noticeProblem(asked.notice));
    return asked.answer;
  }

  const explain = (c: WebContext, question: string) =>
    withDeadline(clock, TIMES.explain, "Explaining", () =>
      assistant.why({ text: question, asker: c.get("asker") }),
    );

  async function drawWhy(c: WebContext, question: string): Promise<Html> {
    return whyPage(await explain(c, question));
  }

  /** What led to the answer holds it, and leaves no trace behind: a preview is no question. */
  async function drawChats(c: WebContext, question: string): Promise<Html> {
    const { outcome } = await explain(c, question);
    const query = { text: question, asker: c.get("asker") };
    const answer: Answer = {
      ...outcome,
      id: "preview",
      query,
      version: knowledge.snapshot.facts.version,
    };
    const { slack, discord } = config;
    return previews(answer, {
      now: clock.now(),
      pinned: await starters(answer, assistant),
      human: {
        slack: slack?.escalationChannel !== undefined,
        discord: discord?.escalationChannel !== undefined,
      },
    });
  }

  pages.get("/topics", read, async (c) => {
    const topics = await assistant.topics(c.get("asker"));
    return show(c, { title: "Topics · Docent", main: topicsPage(topics), here: "topics" });
  });

  pages.get("/passages/:id{.+}", read, async (c) => {
    const id = c.req.param("id");
    const asker = c.get("asker");
    const passage = await assistant.read(id, asker);
    if (passage !== undefined) {
      const main = passagePage(passage, parseLines(c.req.query("lines")), clock.now());
      return show(c, { title: `${passage.headings.at(-1)} · Docent`, main });
    }
    // A link from one page to another names the file.
    const topics = await assistant.topics(asker);
    const page = topics.flatMap((topic) => topic.pages).find(({ path }) => path === id);
    return page === undefined ? c.notFound() : c.redirect(passageAddress(page.passage));
  });

  pages.get("/docs", read, (c) => {
    const server = `http://${c.req.header("host") ?? "127.0.0.1"}`;
    const main = apiPage({ server, withTokens: (config.web?.tokens.length ?? 0) > 0 });
    return show(c, { title: "API · Docent", main, here: "docs" });
  });

  pages.post("/feedback", read, async (c) => {
    const { answer, vote, note, q } = await readForm(c, voteForm);
    const known = await assistant.rate(
      answer,
      c.get("asker"),
      vote,
      note === "" ? undefined : note,
    );
    // Back to a page that can be loaded again without voting again.
    return c.redirect(
      known ? `${askAddress(q)}&answer=${answer}&voted=${vote}` : askAddress(q),
      303,
    );
  });

  return pages;
}

const voteForm = z.object({
  answer: z.string().regex(/^[\w-]{1,64}$/u),
  vote: z.enum(["helpful", "not-helpful"]),
  note: z.string().trim().max(LIMITS.note).optional(),
  q: z.string().max(4_000),
});

function viewOf(text: string | undefined) {
  return text === "why" || text === "chats" ? text : "answer";
}

function voteOf(text: string | undefined) {
  return text === "helpful" || text === "not-helpful" ? text : undefined;
}
