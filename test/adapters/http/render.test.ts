import { answerView } from "../../../adapters/http/answer-view.ts";
import { describeRenderer } from "../../contracts/adapter-render.ts";
import { NOW } from "../../support/answers.ts";
import { expectHarmless } from "./harmless.ts";
import { outwardLinks, readHtml } from "./read-html.ts";

describeRenderer<string>({
  name: "The page in the browser",
  render: async (answer) => String(await answerView(answer, { now: NOW, pinned: [] })),
  validate: expectHarmless,
  visible: readHtml,
  fallback: readHtml,
  // A page notifies nobody.
  pings: () => [],
  links: outwardLinks,
  // An answer is shown whole: there is nothing to offer that stands nowhere else.
  offers: () => [],
  rest: "",
  linksPlaces: true,
});
