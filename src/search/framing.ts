import { wordsOf } from "./terms.ts";

/**
 * What people say around a question in a chat, none of it what they ask for: whom they greet, that they wonder, whom they
 * thank. A page holds no such words, so each would count as one that is missing there.
 */

const ASKS_BY = String.raw`(?:what|which|who|whom|whose|how|why|when|where|whether|if|the (?:difference|purpose|meaning))\b`;
/** Where a question follows. */
const CLAUSE = `(?= ${ASKS_BY})`;
const GREETING =
  "(?:hi|hello|hey|hiya|howdy|yo|dear|greetings|good (?:morning|afternoon|evening|day))";
/** How a question goes on after a greeting without a comma. */
const ASKING =
  "what|which|who|whom|whose|how|why|when|where|is|are|was|were|do|does|did|can|could|would|should|i|i['’]m|we|my|any|please|quick|so|the|tell|explain";
const SOMEBODY = "(?:you|u|anyone|anybody|someone|somebody|i|we)(?: here| guys)?";
const ALL = "(?:there|all|everyone|everybody|docent|bot|team|guys|folks|people|friends?|again)";
const KIND =
  "(?:(?:quick|stupid|dumb|silly|simple|newbie|noob|random|general|basic|short|small|next|follow-?up|last) )*";
const SOURCES =
  "(?:docs?|documents?|documentation|guides?|knowledge(?: base)?|wiki|handbook|pages?|notes|articles?|sources?)";

/** Letters and digits, roughly: Unicode's own classes take longer to compile than all the rest. */
const LETTERS = String.raw`\w\u00AA-\u1FFF\u2C00-\uFFFF`;

/** Each with the words it can begin with: most of them need not be looked at, nor compiled. */
const OPENERS: readonly (readonly [begins: string, opener: string])[] = [
  ["hi hello hey hiya howdy yo dear greetings good", `${GREETING}(?:,? ${ALL})+`],
  [
    "hi hello hey hiya howdy yo dear greetings good",
    `${GREETING}(?=[,:.!]| [–—-] | (?:${ASKING})\\b)`,
  ],
  ["@", `@[${LETTERS}.-]{1,40}`],
  [
    "so ok okay hm um uh oh btw by actually please pls guys folks excuse",
    "(?:so|ok|okay|hmm+|um+|uh+|oh|btw|by the way|actually|please|pls|guys|folks|excuse me)",
  ],
  [
    "well right alright sorry help everyone team curious",
    `(?:well|right|alright|sorry|help|everyone|team|curious)(?=[,:!.])`,
  ],
  [
    "just a one another my the quick stupid dumb silly simple newbie noob random general basic short small next follow followup last question q",
    `(?:just )?(?:(?:a|one|one more|another|my|the) )?${KIND}(?:question|q)(?: (?:for (?:you|the team)|here|is))*(?=[:,.;!]| [–—-])`,
  ],
  [
    "and also one another",
    "(?:and |also )*(?:one (?:more|last|other)|another) (?:thing|question)(?=[:,.;!]| [–—-])",
  ],
  ["my the one", "(?:my|the|one) question (?:is|would be)"],
  ["i", `i (?:have|had|got) (?:a|one|another) ${KIND}question(?: for you)?`],
  ["have got", `(?:have|got) (?:a|one|another) ${KIND}question(?: for you)?(?=[:,.;!]| [–—-])`],
  [
    "i just simply also wondering curious unsure not confused asking",
    `(?:i(?:['’]m| am| was|['’]ve been| have been) )?(?:just |simply |also )?(?:wondering|curious|unsure|not sure|confused|asking(?: myself)?)(?: (?:if|whether) ${SOMEBODY} (?:could|can|would|might|knows?)(?: (?:tell|explain to|help) me)?)?(?: about)?`,
  ],
  [
    "i just trying looking hoping",
    "(?:i(?:['’]m| am| was|['’]ve been| have been) )?(?:just )?(?:trying|looking|hoping) to (?:find out|figure out|remember|know)(?: about)?",
  ],
  [
    "i just trying looking hoping",
    `(?:i(?:['’]m| am| was) )?(?:just )?(?:trying|looking|hoping) to (?:understand|learn|see)${CLAUSE}`,
  ],
  [
    "can could would will may might please kindly maybe perhaps tell remind show teach inform ask know explain clarify share",
    `(?:(?:can|could|would|will|may|might) ${SOMEBODY} )?(?:please |kindly |maybe |perhaps )*(?:tell|remind|show|teach|inform|ask|know|explain|clarify|share)(?: (?:to )?(?:me|us|you))?(?: again| please)?${CLAUSE}`,
  ],
  [
    "can could would will",
    "(?:can|could|would|will) (?:you|u|anyone|anybody|someone|somebody)(?: please| kindly| maybe| perhaps)*(?= (?:explain|describe|list|give|show|define|compare|name|summari[sz]e)\\b)",
  ],
  [
    "can could would will may might please tell teach inform remind",
    `(?:(?:can|could|would|will|may|might) ${SOMEBODY} )?(?:please )?(?:tell|teach|inform|remind) (?:me|us)(?: more| something| again)?(?: (?:about|on|of))?`,
  ],
  [
    "do does",
    `do(?:es)? (?:you|u|anyone|anybody|someone|somebody)(?: here)?(?: happen to)? (?:know|remember|have (?:an|any) idea)(?: (?:about|if|whether))?`,
  ],
  ["any anyone anybody", "any(?:one|body)?(?: here)? (?:knows?|ideas?|clue)(?: (?:about|on))?"],
  [
    "i",
    "i(?:['’]d| would)?(?: really| just)? (?:want|need|like|love) to (?:know|ask|find out)(?: (?:about|if|whether))?",
  ],
  [
    "i",
    `i(?:['’]d| would)?(?: really| just)? (?:want|need|like|love) to (?:understand|see|learn)${CLAUSE}`,
  ],
  [
    "i i'd i’d",
    "i(?:['’]d| would)?(?: really| just)? (?:want|like|love) to (?:hear|know|learn|read)(?: a (?:bit|little))?(?: some)? more (?:about|on)",
  ],
  [
    "i need looking searching",
    `(?:i(?:['’]m| am)? )?(?:need|looking for|searching for)(?: some| any)?(?: more)? (?:info|information|details) (?:on|about|regarding)`,
  ],
  ["any thoughts opinions views", "(?:any )?(?:thoughts|opinions?|views) (?:on|about)"],
  ["tl tldr", "tl;?dr (?:of|on|for)"],
  [
    "can could would will please give",
    `(?:(?:can|could|would|will) ${SOMEBODY} )?(?:please )?give (?:me|us) (?:a|an|the)(?: (?:quick|short|brief|general))* (?:rundown|overview|summary|introduction|intro|recap) (?:of|on|to)`,
  ],
  [
    "can could would will please walk talk run",
    `(?:(?:can|could|would|will) ${SOMEBODY} )?(?:please )?(?:walk|talk|run) (?:me|us) through`,
  ],
  ["i need", "(?:i )?need (?:some |your |a bit of )?help(?: (?:with|on|understanding))?"],
  ["help", "help me(?: to)? (?:understand|figure out|find out)"],
  [
    "i we new a newbie noob beginner",
    "(?:(?:i['’]m|i am|we['’]re) )?(?:new|a beginner|a newbie|a noob|noob|newbie|beginner)(?: (?:here|to this|at this))?(?=[,:.;!])",
  ],
  [
    "according in from",
    `(?:according to|in|from) (?:the|our|your|these|this) ${SOURCES}(?=,| ${ASKS_BY})`,
  ],
];

const CLOSERS = [
  "(?:please|pls|plz|thanks?|thank you|thx|ty|tia|cheers|lol|haha+|hehe+|asap|urgent(?:ly)?)(?: (?:a lot|so much|very much|in advance|everyone|all|guys|again|help))*",
  "(?:exactly|anyways?|though|tho|btw|these days|nowadays|right now|at the moment|in the first place|put simply|simply put|in general|generally speaking|really|actually|basically)",
  "(?:as an?|for) (?:complete|total|absolute|utter) (?:beginner|newbie|noob|novice|newcomer|amateur)s?",
  "(?:i wonder|do you know|(?:any|some) (?:ideas?|clue|hints?)|anyone|anybody|if you know|if possible|if i may ask|just curious|just wondering|you know)",
];
/** What is said to somebody only after a comma or at the end of a sentence: "man" may also be what is asked about. */
const ADDRESSED = "(?:help|guys|folks|everyone|all|team|mate|bro|dude|man|docent|again|right)";

/** Where an opener ends, and what parts it from the question. */
const ENDS = String.raw`(?![${LETTERS}'’-])[\s,:;.!?“"*\x60–—-]*`;
/** The word a text begins with; of a sound that is drawn out its beginning. */
const FIRST = /hm(?=m)|um(?=m*\b)|uh(?=h*\b)|[a-z]+|@/y;

/** The openers of each first word, as one expression. */
const BY_FIRST: ReadonlyMap<string, string> = new Map(
  [...new Set(OPENERS.flatMap(([begins]) => begins.split(" ")))].map((first) => {
    const some = OPENERS.filter(([begins]) => begins.split(" ").includes(first));
    return [first, `(?:${some.map(([, opener]) => opener).join("|")})${ENDS}`];
  }),
);
const compiled = new Map<string, RegExp>();

/** How a text that begins with this word may open. Matches lower case: looking past the case takes twice the time. */
function openerOf(first: string): RegExp | undefined {
  const source = BY_FIRST.get(first);
  if (source === undefined) return undefined;
  const known = compiled.get(source) ?? new RegExp(source, "y");
  compiled.set(source, known);
  return known;
}

/** Where the question begins: behind all openers. */
function opened(lower: string, from: number): number {
  let start = from;
  for (let time = 0; time < TIMES; time++) {
    FIRST.lastIndex = start;
    const opener = openerOf(FIRST.exec(lower)?.[0] ?? "");
    if (opener === undefined) break;
    opener.lastIndex = start;
    if (!opener.test(lower) || opener.lastIndex >= lower.length) break;
    start = opener.lastIndex;
  }
  return start;
}

/** Found from its end, which most questions fail at once, and not from each of its beginnings. */
const CLOSER = new RegExp(
  String.raw`$(?<=((?:[\s,.!?;–—-]+(?:${CLOSERS.join("|")})|[,.!?;–—-]\s*${ADDRESSED})[\s.!?,;:)–—-]*))`,
);
/** Quotation marks, emphasis, the sign of a quoted line. */
const MARKS = " \n\r\t\"'“”„«»‘’*`~>|•";
const QUOTED = new RegExp(`[${MARKS}]+`, "uy");
/** Nobody says more around a question; it bounds the cost. */
const TIMES = 6;
const LONGEST_CLOSER = 80;
/** Whoever writes so much without a word to look up asks nothing. */
const LOOKED_INTO = 400;

/** What "other than X" is said as, too; authors say it one way, and askers another. */
const BESIDES = /\b(?:other than|apart from|aside from|except(?: for)?(?= [\p{L}\p{N}]))\b/giu;

/** "dont", "cant", "isnt". */
const NO_APOSTROPHE = /\b(do|does|did|is|are|was|were|has|have|had|would|could|should|ca|wo)nt\b/gi;

/** The country, where nobody holds the shift key; "us" alone is whoever asks. */
const COUNTRY = /\b(the|in) us\b/gi;

/** Whether any of these may be in a text, in lower case: most have none, and need not be looked through thrice. */
const OTHERWISE = /\bother than\b|\bapart from\b|\baside from\b|\bexcept\b|\bus\b|nt\b/;

function saidOneWay(said: string): string {
  if (!OTHERWISE.test(said.toLowerCase())) return said;
  return said.replace(BESIDES, "besides").replace(COUNTRY, "$1 US").replace(NO_APOSTROPHE, "$1n't");
}

/**
 * The question by itself, with "besides" for what says the same, and "the US" for the country. Where nothing would be left to look up it stays as it is.
 * Linear in its length.
 */
export function unframed(said: string): string {
  const text = saidOneWay(said);
  const lower = lowerCase(text);
  QUOTED.lastIndex = 0;
  const start = opened(lower, QUOTED.test(text) ? QUOTED.lastIndex : 0);
  let end = text.length;
  while (end > start && MARKS.includes(text[end - 1] ?? "")) end--;
  for (let time = 0; time < TIMES; time++) {
    const from = Math.max(start, end - LONGEST_CLOSER);
    const closing = CLOSER.exec(lower.slice(from, end))?.[1] ?? "";
    if (closing === "" || end - closing.length <= start) break;
    end -= closing.length;
  }
  if (start === 0 && end === text.length) return text;
  const left = text.slice(start, end);
  if (!holdsContent(left.slice(0, LOOKED_INTO))) return text;
  return text.slice(end).includes("?") ? `${left}?` : left;
}

/** Where lower case would be longer, as in Turkish, the text itself: places in both are the same. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function holdsContent(text: string): boolean {
  return wordsOf(text).some(({ terms }) => terms.some(({ role }) => role === "content"));
}
