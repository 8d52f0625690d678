/**
 * English words that carry little: they stay in the index in their own right with a soft weight, because on some corpora
 * ("how do I …" headings) they are what tells two passages apart.
 */

/** Words that say which kind of answer is wanted. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  "how what when where which who whom whose why howto whats wheres whos definition meaning explained".split(
    " ",
  ),
);

/** Function words. No word that names a thing in some trade ("go", "will" as a noun is rare enough) belongs here. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "pls plz please thx thanks thank hey hi hmm um uh ok okay lol btw fyi guys folks kinda sorta gonna wanna gotta " +
    "exactly actually basically really honestly anyway " +
    "a about above after again against all also am an and any are aren't as at be because been before being below between both but by " +
    "can can't cannot could couldn't did didn't do does doesn't doing don't down during each either else etc ever few for from further get gets " +
    "had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself him himself his i i'd i'll i'm i've if in into is isn't it it's its " +
    "itself just let let's like me more most much many mustn't my myself neither no nor not now of off on once one only or other ought our ours " +
    "ourselves out over own per please same shall she she'd she'll she's should shouldn't so some such than that that's the their theirs them themselves " +
    "then there there's these they they'd they'll they're they've this those through to too under until up upon us very was wasn't we we'd we'll we're we've were weren't " +
    "while will with won't would wouldn't yes yet you you'd you'll you're you've your yours yourself yourselves tell me show give want need know explain describe"
  ).split(" "),
);

/**
 * Words with which people say what kind of thing they ask for ("which *type* of", "what is it *called*", "*mentioned*"). Over
 * 4,000 judged questions the passage that answers holds them in fewer than half of the cases (content words: three in
 * four), so each counts less, although it is looked up like any other.
 */
export const WEAK_WORDS: readonly string[] = (
  "ability along another ask asked asking avoid begin belong belongs better care decide done everything fit gets getting goes instead matter matters must others pick somehow still suit sure talk within worth " +
  "able according action actual actually additional advice affect aim allow alternative amount anybody anyone anything aspect associate " +
  "assume available aware basic become believe benefit besides call cause certain characteristic characterize choose come common commonly compare comparison " +
  "concern consider consist correct create currently deal define depend describe detail determine difference different discuss easiest " +
  "easily effect effort enable ensure entity event exact exactly example exist experience fact factor famous feature find focus follow following " +
  "former frequently function generally give goal good happen help hold idea identify impact important include individual influence information instance " +
  "involve issue key kind lead likely list locate located long longer look lot main major make manner mean mention method name nature necessary need often " +
  "occur offer option part particular past people percentage perform period person phrase place play point possible primary prior " +
  "process provide purpose put quickly reach reason recent recently refer regard regarding relate relationship require respect responsible " +
  "role say several significant similar simple simply situation somebody someone something sort specific specifically start state step suggest take " +
  "term thing think thought today together topic try type typically understand use usual usually value various versus vs want way well word work year"
).split(" ");
