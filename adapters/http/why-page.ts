import { html } from "hono/html";
import { alsoSearched, cleanText } from "../../src/index.ts";
import type { Why } from "../../src/index.ts";
import { passageAddress } from "./addresses.ts";
import { bar, scale, twoSidedBar } from "./bars.ts";
import type { Html } from "./html.ts";
import { percent } from "./percent.ts";

/** Signals that moved nothing visible are left out; an author asks what did. */
const LEAST_EFFECT = 0.1;
/** The strongest ones; the rest only fills the screen. */
const MOST_SIGNALS = 7;

/** Why it was answered so, or not at all: how sure, which words, what spoke for and against, who else was considered. */
export function whyPage(why: Why): Html {
  return html`<article class="card why" aria-label="Why this answer">
    ${verdict(why)}${words(why)}${signals(why)}${rules(why)}${candidates(why)}
  </article>`;
}

function verdict({ outcome, threshold }: Why): Html {
  const sure = percent(outcome.confidence);
  const needed = percent(threshold);
  if (outcome.kind === "abstained" && outcome.reason !== "low-confidence") {
    const why = {
      "no-hit": "No passage holds enough of the question's words.",
      "empty-query": "The question holds no words, or asks what can be asked.",
      "small-talk": "This is a greeting or thanks, not a question.",
    }[outcome.reason];
    return html`<section>
      <h2>${outcome.reason === "no-hit" ? "Nothing was found" : "No answer was looked for"}</h2>
      <p>${why}</p>
    </section>`;
  }
  return html`<section>
    <h2>${outcome.kind === "found" ? "Sure enough to answer" : "Not sure enough to answer"}</h2>
    <p>Confidence is <strong>${sure}</strong>; an answer needs ${needed}.</p>
    ${scale(outcome.confidence, threshold)}
  </section>`;
}

/** What else the word was searched as. */
function also(term: Why["terms"][number]): string {
  const others = term.alternatives.length === 0 ? "" : `also as ${cleanText(alsoSearched(term))}`;
  if (term.role !== "unknown") return others;
  return others === "" ? "in no page" : `in no page; ${others}`;
}

function words({ terms }: Why): Html | string {
  if (terms.length === 0) return "";
  const searched = terms.filter(({ role }) => role !== "question");
  const asking = terms.filter(({ role }) => role === "question").map(({ word }) => cleanText(word));
  const rarest = Math.max(...searched.map((term) => term.rarity), Number.EPSILON);
  return html`<section>
    <h2>Words of the question</h2>
    <p class="advice">
      The rarer a word, the more it says.
      ${asking.length === 0 ? "" : html`These only say what is wanted: <span dir="auto">${asking.join(", ")}</span>.`}
    </p>
    <div class="scroll" tabindex="0" role="group" aria-label="Words of the question">
      <table class="plot">
        <thead>
          <tr>
            <th scope="col">Word</th>
            <th scope="col">Rarity</th>
            <th scope="col" class="number">Passages</th>
          </tr>
        </thead>
        <tbody>
          ${searched.map(
            (term) =>
              html`<tr>
                <th scope="row" dir="auto">${cleanText(term.word)}<small>${also(term)}</small></th>
                <td class="wide">${bar(term.rarity / rarest)}</td>
                <td class="number">${term.passages.toLocaleString("en-US")}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function signals({ confidence }: Why): Html | string {
  const effects = confidence
    .map(({ name, meaning, value, weight }) => ({ name, meaning, effect: value * weight }))
    .filter(({ effect }) => Math.abs(effect) >= LEAST_EFFECT)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, MOST_SIGNALS);
  if (effects.length === 0) return "";
  const most = Math.max(...effects.map(({ effect }) => Math.abs(effect)));
  return html`<section>
    <h2>What spoke for an answer, and what against</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="Signals">
      <table class="plot">
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col">Against · for</th>
            <th scope="col" class="number">Effect</th>
          </tr>
        </thead>
        <tbody>
          ${effects.map(
            ({ name, meaning, effect }) =>
              html`<tr>
                <th scope="row">${name}<small>${meaning}</small></th>
                <td class="wide">${twoSidedBar(effect / most)}</td>
                <td class="number">${signed(effect)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function rules({ rules }: Why): Html | string {
  if (rules.length === 0) return "";
  return html`<section>
    <h2>What changed confidence then</h2>
    <ul>
      ${rules.map(
        ({ says, confidence }) =>
          html`<li><strong>${percent(confidence)}</strong>, because ${says}</li>`,
      )}
    </ul>
  </section>`;
}

function candidates({ candidates, outcome }: Why): Html | string {
  if (candidates.length === 0) return "";
  const best = Math.max(...candidates.map(({ score }) => score), Number.EPSILON);
  const chosen = outcome.kind === "found" ? outcome.citations.map(({ passage }) => passage.id) : [];
  return html`<section>
    <h2>Passages that were considered</h2>
    <ol class="candidates">
      ${candidates.map((one) => {
        const page = one.passage.slice(0, one.passage.indexOf("#") >>> 0);
        const [first, last] = one.lines;
        return html`<li>
          <div class="race">
            ${bar(one.score / best)}<span class="number">${one.score.toFixed(2)}</span>
          </div>
          <p>
            <a href="${passageAddress(one.passage)}" dir="auto"
              >${cleanText(one.headings.join(" › "))}</a
            >${chosen.includes(one.passage) ? html` <span class="badge">answered</span>` : ""}
            <span class="file"
              >${cleanText(page)}:${first === last ? first : `${first}-${last}`}</span
            >
          </p>
          ${one.sentence === "" ? "" : html`<p class="sentence" dir="auto">${cleanText(one.sentence)}</p>`}
        </li>`;
      })}
    </ol>
  </section>`;
}

function signed(effect: number): string {
  return `${effect < 0 ? "−" : "+"}${Math.abs(effect).toFixed(2)}`;
}
