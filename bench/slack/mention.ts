/**
 * A workspace of this size: at 300 a second nobody asks more often than the limits allow, and no channel gets more than its
 * message a second.
 */
const CHANNELS = 600;
const PEOPLE = 700;

const QUESTIONS = [
  "How much does a senior backend developer earn in India?",
  "What is an index in a database?",
  "How do I roll back a deployment?",
  "who won the match yesterday",
];

/** The next mention, as Slack delivers it. */
export function mention(number: number, ts: string): Readonly<Record<string, unknown>> {
  const text = `<@UBOT> ${QUESTIONS[number % QUESTIONS.length]}`;
  const where = { user: `U${number % PEOPLE}`, channel: `C${number % CHANNELS}`, team: "T1" };
  return {
    type: "event_callback",
    team_id: "T1",
    api_app_id: "A1",
    event_id: `Ev${number}-${ts}`,
    event_time: Math.floor(Number(ts)),
    authorizations: [
      { team_id: "T1", user_id: "UBOT", is_bot: true, is_enterprise_install: false },
    ],
    event: { type: "app_mention", ts, event_ts: ts, text, ...where },
  };
}
