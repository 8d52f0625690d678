import autocannon from "autocannon";

/** Asks in a process of its own, and says how that went to whoever started it: `bench/http.ts` names address and options. */
const [given = "{}"] = process.argv.slice(2);

const QUESTIONS = [
  "What is Docker?",
  "which database should i learn first",
  "sql vs nosql",
  "how to become a backend developer",
  "what is an api gateway",
  "how much does a senior backend dev make in india?",
  "difference between rest and graphql",
  "how do i bake bread",
];

const { requests, latency, non2xx, errors } = await autocannon({
  ...(JSON.parse(given) as autocannon.Options),
  headers: { "content-type": "application/json" },
  requests: QUESTIONS.map((question) => ({ method: "POST", body: JSON.stringify({ question }) })),
});
const { p50, p99, max } = latency;
process.send?.({
  answered: requests.total,
  perSecond: requests.average,
  p50,
  p99,
  max,
  failed: non2xx + errors,
});
