/** What people say before and behind a question in a chat, as expressions over lower case. */

const ASKS_BY = String.raw`(?:what|which|who|whom|whose|how|why|when|where|whether|if|the (?:difference|purpose|meaning))\b`;
/** Where a question follows. */
const CLAUSE = `(?= ${ASKS_BY})`;
const GREETING =
  "(?:hi|hello|hey|hiya|howdy|yo|dear|greetings|good (?:morning|afternoon|evening|day))";
/** How a question goes on after a greeting without a comma. */
const ASKING =
  "what|which|who|whom|whose|how|why|when|where|is|are|was|were|do|does|did|can|could|would|should|i|i['’]m|we|my|any|please|quick|so|the|tell|explain";
const SOMEBODY = "(?:you|u|anyone|anybody|someone|somebody|i|we)(?: here| guys)?";
const ALL =
  "(?:there|all|everyone|everybody|docent|bot|team|guys|folks|people|friends?|sir|madam|ma['’]?am|again)";
const KIND =
  "(?:(?:quick|stupid|dumb|silly|simple|newbie|noob|random|general|basic|short|small|next|follow-?up|last) )*";
const SOURCES =
  "(?:docs?|documents?|documentation|guides?|knowledge(?: base)?|wiki|handbook|pages?|notes|articles?|sources?)";

const SOMETHING =
  "(?:(?:any|some)(?: good)? )?(?:docs?|documents?|documentation|pages?|notes|articles?|guides?|info|information|details|pointers?|links?|materials?|resources?|something|anything|much)";

/** What people beg pardon for before they ask, and it is never what they ask about. */
const EXCUSED =
  "(?:this|it|that)(?: question)?(?:['’]?s| is| was| has| might| may| sounds?| seems?)(?: [a-z]+){0,3} (?:asked|answered|discussed|covered|question|place|channel|forum|thread|duplicate|obvious|stupid|dumb|silly|basic|simple|trivial|off-?topic)(?: (?:here|before|already|somewhere|elsewhere|a lot|many times|for (?:this|that)|to ask(?: this)?))*";
const EXCUSE = `(?:if ${EXCUSED}|to (?:bother|disturb|interrupt|trouble|ping|spam)(?: (?:you|u|everyone|everybody|all))?(?: (?:again|with (?:this|that)|so late))*|for (?:the|my|a|another|all the|such a) (?:[a-z]+ ){0,2}(?:questions?|english|noise|spam|trouble|interruption|disturbance|ping|bother|message|wall of text))`;
/** How the question goes on behind that. */
const THEN = "(?=[,.:;!?]|[–—]| [–—-] | but )(?:,? but(?= ))?";

/** Letters and digits, roughly: Unicode's own classes take longer to compile than all the rest. */
export const LETTERS = String.raw`\w\u00AA-\u1FFF\u2C00-\uFFFF`;

/** Each with the words it can begin with: most of them need not be looked at, nor compiled. */
export const OPENERS: readonly (readonly [begins: string, opener: string])[] = [
  ["hi hello hey hiya howdy yo dear greetings good", `${GREETING}(?:,? ${ALL})+`],
  [
    "hi hello hey hiya howdy yo dear greetings good",
    `${GREETING}(?=[,:.!]| [–—-] | (?:${ASKING})\\b)`,
  ],
  ["@", `@[${LETTERS}.-]{1,40}`],
  ["sorry apologies excuse", `(?:sorry|apologies|excuse me)(?: in advance)?,? ${EXCUSE}${THEN}`],
  [
    "so ok okay hm um uh oh btw by actually please pls guys folks excuse",
    "(?:so|ok|okay|hmm+|um+|uh+|oh|btw|by the way|actually|please|pls|guys|folks|excuse me)",
  ],
  [
    "well right alright sorry help everyone team curious sir madam ma",
    `(?:well|right|alright|sorry|help|everyone|team|curious|sir|madam|ma['’]?am)(?=[,:!.])`,
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
  ["not", `not (?:quite )?sure (?:if|whether) ${EXCUSED}${THEN}`],
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
    "i",
    "i(?:['’]d| would)?(?: really| just)? (?:want|like|love) to (?:hear|know|learn|read)(?: a (?:bit|little))?(?: some)? more (?:about|on)",
  ],
  [
    "i need looking searching",
    `(?:i(?:['’]m| am)? )?(?:need|looking for|searching for)(?: some| any)?(?: more)? (?:info|information|details) (?:on|about|regarding)`,
  ],
  [
    "where",
    `where (?:can|do|could|should|would|might) (?:i|we|one) (?:read|find|learn|look)(?: up| out)?(?:(?: ${SOMETHING})?(?: more)? about| (?:${SOMETHING}|more) on)`,
  ],
  [
    "do does is are any",
    `(?:(?:do|does) (?:we|you|anyone|anybody|somebody|someone) have |(?:is|are) there |any )(?:any |some |a (?!few|lot))?${SOMETHING}(?: here)? (?:about|on|regarding)`,
  ],
  [
    "i we can could couldn cannot",
    `(?:(?:i|we) )?(?:can['’]?t|cannot|could(?:n['’]t| not)) (?:seem to )?find ${SOMETHING} (?:about|on)`,
  ],
  [
    "please point direct send link pointer pointers",
    `(?:(?:please )?(?:point|direct|send) (?:me|us) to|(?:a )?(?:links?|pointers?) (?:to|for)) ${SOMETHING} (?:about|on)`,
  ],
  [
    "a another quick question re regarding",
    `(?:(?:(?:a|another) )?${KIND}question (?:about|on|regarding)|re(?=:)|regarding)`,
  ],
  ["what", `what do(?:es)? (?:the|our|your) ${SOURCES} (?:say|tell(?: (?:me|us))?) about`],
  ["an a short intro", "(?:(?:an?|short|quick) )*intro to"],
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

export const CLOSERS = [
  "(?:please|pls|plz|thanks?|thank you|thx|ty|tia|cheers|lol|haha+|hehe+|asap|urgent(?:ly)?)(?: (?:a lot|so much|very much|in advance|everyone|all|guys|again|help))*",
  "(?:exactly|anyways?|though|tho|btw|these days|nowadays|right now|at the moment|in the first place|put simply|simply put|in general|generally speaking|really|actually|basically)",
  "(?:as an?|for) (?:complete|total|absolute|utter) (?:beginner|newbie|noob|novice|newcomer|amateur)s?",
  "(?:i wonder|do you know|(?:any|some) (?:ideas?|clue|hints?)|anyone|anybody|if you know|if possible|if i may ask|just curious|just wondering|you know)",
];
/** What is said to somebody only after a comma or at the end of a sentence: "man" may also be what is asked about. */
export const ADDRESSED =
  "(?:help|guys|folks|everyone|all|team|mate|bro|dude|man|sir|madam|ma['’]?am|docent|again|right)";
