import { contentStems, eachRawWord, termsOf } from "./terms.ts";

/** What a question asks for, as bits: two questions that ask for different things are different questions. */
export const ASKS = {
  anything: 1,
  how: 2,
  why: 4,
  when: 8,
  where: 16,
  who: 32,
  expansion: 64,
  /** How many, how much. */
  amount: 128,
  /** What is not so, or should not be done. */
  not: 256,
} as const;

const QUESTION_STEMS: ReadonlyMap<string, number> = new Map(
  (
    [
      [ASKS.anything, "what which whats"],
      [ASKS.how, "how howto"],
      [ASKS.why, "why"],
      [ASKS.when, "when"],
      [ASKS.where, "where wheres"],
      [ASKS.who, "who whom whose whos"],
    ] as const
  ).flatMap(([asks, words]) => words.split(" ").map((word) => [`~${word}`, asks] as const)),
);

/** What a question word asks for; 0 for the stem of any other word. */
export function asksOf(stem: string): number {
  return QUESTION_STEMS.get(stem) ?? 0;
}

/**
 * Words that say what form the answer has, not what it is about: the *full form* of X, what X is *short for*, the *year* of X,
 * X *in simple words*. A page writes "X (Y)" or "1995" without any of them, so they are looked up like question words, softly.
 * Each expression matches the words themselves, in lower case, and nothing else of the question, and takes time linear in its
 * length.
 */
const PHRASES: readonly (readonly [phrase: RegExp, asks: number])[] = [
  [/\bstands? for\b/, ASKS.expansion],
  [/\bhow (?:many|much)\b/, ASKS.amount],
  // A page tells how long or how old without these words.
  [/(?<=\bhow )(?:long|often|old|soon)\b/, 0],
  [/\bfull (?:form|name)\b/, ASKS.expansion],
  [/\b(?:short|abbreviation|acronym) (?:for|of|form)\b/, ASKS.expansion],
  [
    /\bin (?:very )?(?:simple|plain|easy|layman'?s|other) (?:words|terms|english|language)\b|\bin (?:a nutshell|short|brief|one (?:line|sentence|word))\b|\bfor dummies\b|\b(?:like|as if) (?:i'?m|i am|i were|i was) (?:five|5|a (?:child|kid|beginner|five[- ]year[- ]old))\b|\beli5\b/,
    0,
  ],
  [/\bmean\b(?<=\bwhat (?:do|does|did) .{1,80}mean)|\bmeans?(?=\s*\??$)(?<=^[^?]{1,46})/, 0],
  [/\b(?:meaning|definition|explained)(?=\s*\??$)/, 0],
  // A page says who made it, not that it was a company.
  [
    /(?<=\b(?:what|which) )(?:compan(?:y|ies)|organi[sz]ations?|firms?|vendors?|person|people|teams?)(?= (?:originally |first |initially |actually |once )?(?:ma[dk]es?|creat|buil[dt]|develop|invent|wr(?:ite|ote)|found|start|releas|design|launch|introduc|own|(?:is|was|are|were|stands?) behind))/,
    ASKS.who,
  ],
  // Who does it is not what is asked: "why do so many teams use X".
  [
    /(?<=\b(?:why|what|when|where|how) (?:do|does|would|should|did|can|might) (?:so many |many |most |some |all )?)(?:teams?|compan(?:y|ies)|firms?|organi[sz]ations?|businesses|enterprises?|people|everyone|everybody|anybody|developers?|devs?|programmers?|engineers?|coders?)(?= (?:use|choose|adopt|like|prefer|love|pick|switch|insist)\b)/,
    0,
  ],
  [/^\s*(?:can you |could you |please )?define\b/, 0],
  [/\ba (?:couple|few|handful|bunch) of\b|\bseveral\b/, 0],
  // "Name two databases", "give me three examples of it": a page names as many as there are.
  [
    /(?<=^(?:can you |could you |please )?(?:name|list|mention|tell me|give(?: me)?) (?:any |at least |just )?)(?:two|three|four|five|[2-5])(?= \w)|\b(?:two|three|four|five|[2-5]) (?=examples of\b)/,
    0,
  ],
  [/\b(?:those|these|the) (?:letters|initials)(?= (?:mean|stand)\b)/, ASKS.expansion],
  // "Why should I bother with X", "what is X like".
  [/(?<=^why .{0,40}\b)bother(?: with| learning| using| to learn| to use)?\b/, 0],
  [/\b(?:different|various|main|common|several) (?:kinds|types|sorts|forms)(?= of\b)/, 0],
  // "Stuff I need to know about X", "things to know before X", "which of them are worth learning first"; "is X worth learning"
  // asks just that.
  [
    /\b(?:stuff|things?)(?= (?:that )?(?:to|i|we|you|one|everyone|every|an?|developers?|devs?|beginners?|must|should|need)\b)|(?<!^(?:is|are) .{1,60})\bworth (?:knowing|learning|studying|reading|exploring|trying|using|having|a look)\b|\bneed to know\b/,
    0,
  ],
  // "What should I be familiar with", "what am I supposed to know".
  [/\bfamiliar with\b|\b(?:expected|supposed|meant) to (?:know|be|do|have)?\b/, 0],
  [
    /\bmeant by\b|\b(?:concept|idea|notion) of\b|\b(?:overview|summary|introduction|explanation) (?:of|to)\b/,
    0,
  ],
  [/(?<=\b(?:what|which) )year\b|\byear (?:was|did|were|of)\b|\byear(?=\s*\??$)/, ASKS.when],
];

/** A condition ("what do I do if I cannot …") or a fault ("why does it not start") is told, not asked for. */
const INNER = String.raw`(?:(?!(?:if|when|because|while|after|before|since|that)\b)[\w'’-]+ )`;
const IS = "(?:is|are|was|were|do|does|did|has|have|could|should|would|must|may|might|need)";
const NOT = String.raw`(?:(?<=${IS})n['’]?t\b| ${INNER}{0,4}?(?:not|never)\b)`;
/** What is not so, or should not be done: "which databases are not …", "why not …", "when should I not …". */
const NEGATIVE = new RegExp(
  [
    String.raw`^(?:why|when|what|which|who|where) not\b`,
    String.raw`^(?:why|when) (?:should|would|might)${NOT}`,
    String.raw`^when (?:is|are|do)${NOT}`,
    String.raw`^(?:in |for )?(?:what|which|who) ${INNER}{0,5}?(?:${IS}${NOT}|can['’]?t\b|cannot\b|won['’]?t\b|(?:can|will) ${INNER}{0,4}?(?:not|never)\b)`,
  ].join("|"),
);

/** The words of form in a question: their stems, and what they ask for (bits of `ASKS`). */
export interface Form {
  readonly stems: ReadonlySet<string>;
  readonly asks: number;
}

/** Reads the form of a question. */
export function formOf(question: string): Form {
  const stems = new Set<string>();
  const lower = question.toLowerCase();
  let mask: number = NEGATIVE.test(lower) ? ASKS.not : 0;
  for (const [phrase, asks] of PHRASES) {
    const said = phrase.exec(lower)?.[0];
    if (said === undefined) continue;
    mask |= asks;
    for (const stem of contentStems(said)) stems.add(stem);
  }
  return { stems, asks: mask };
}

/** The same of a text that stands by itself: where it holds no other words, those of form are what it is about. */
export function standaloneFormOf(text: string): Form {
  const form = formOf(text);
  const isAllForm = form.stems.size > 0 && contentStems(text).every((stem) => form.stems.has(stem));
  return isAllForm ? { ...form, stems: new Set() } : form;
}

/** A declared question without the words that only say what form its answer has. */
export function withoutForm(text: string, { stems }: Form): string {
  if (stems.size === 0) return text;
  const kept: string[] = [];
  eachRawWord(text, (word) => {
    const terms = termsOf(word);
    if (terms.length > 1 || !stems.has(terms[0]?.stem ?? "")) kept.push(word);
  });
  return kept.join(" ");
}
