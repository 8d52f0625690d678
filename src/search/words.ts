/**
 * English words that carry little: they stay in the index in their own right with a soft weight, because on some corpora
 * ("how do I …" headings) they are what tells two passages apart.
 */

/** Words that say which kind of answer is wanted. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  "how what when where which who whom whose why howto whats wheres whos".split(" "),
);

/** Function words. No word that names a thing in some trade ("go", "will" as a noun is rare enough) belongs here. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a about above after again against all also am an and any are aren't as at be because been before being below between both but by " +
    "can can't cannot could couldn't did didn't do does doesn't doing don't down during each either else etc ever few for from further get gets " +
    "had hadn't has hasn't have haven't having he her here hers herself him himself his i i'd i'll i'm i've if in into is isn't it it's its " +
    "itself just let let's like me more most much many mustn't my myself neither no nor not now of off on once one only or other ought our ours " +
    "ourselves out over own per please same shall she should shouldn't so some such than that that's the their theirs them themselves " +
    "then there these they this those through to too under until up upon us very was wasn't we were weren't " +
    "while will with won't would wouldn't yes yet you you're your yours yourself yourselves tell me show give want need know explain describe"
  ).split(" "),
);
