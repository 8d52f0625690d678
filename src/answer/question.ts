import { ASKS, formOf as formWordsOf } from "../search/form-words.ts";

/** What kind of answer a question wants; decides how much is shown and what a sentence should hold. */
export type QuestionForm =
  | "definition"
  | "how-to"
  | "difference"
  | "list"
  | "why"
  | "yes-no"
  | "code"
  | "fact";

/** What a fact should look like. */
export type Expected =
  | "person"
  | "organisation"
  | "time"
  | "duration"
  | "money"
  | "percent"
  | "measure"
  | "number"
  | "place"
  | "reason"
  | "name"
  | "expansion";

export interface Question {
  readonly form: QuestionForm;
  readonly expected: Expected | undefined;
  /** The noun asked for ("which *city*"), lower case. */
  readonly head: string | undefined;
  readonly negated: boolean;
  /** Everything but what is named is asked for ("tools other than Jenkins"). */
  readonly excludes: boolean;
  /** The most or least of several is asked for, so that all of them have to be seen. */
  readonly ranks: boolean;
}

const HEADS: ReadonlyMap<string, Expected> = new Map(
  (
    [
      ["time", "year date day month century decade era period season time weekday"],
      [
        "person",
        "person president king queen author founder inventor creator leader minister player actor artist composer general emperor philosopher scientist",
      ],
      [
        "organisation",
        "company organisation organization group team band party agency university school network station publisher",
      ],
      [
        "place",
        "city country state place location region town continent river mountain island street area province county capital",
      ],
      ["percent", "percentage percent proportion share"],
      ["money", "salary price cost pay wage fee income revenue budget"],
      ["number", "number amount count population score quantity"],
      ["measure", "height length width depth weight distance size speed temperature area altitude"],
      ["reason", "reason cause purpose motive"],
      ["name", "name term word title nickname language type kind"],
    ] as const
  ).flatMap(([expected, nouns]) => nouns.split(" ").map((noun) => [noun, expected] as const)),
);

// Letters are ranges below: Unicode's own classes take longer to compile than all the rest of these patterns.

/** What is wanted is said at a question's start; reading no further bounds the cost of every pattern below. */
const READ = 400;

/** Reads the form of a question from its first words. Pure. */
export function readQuestion(raw: string): Question {
  const text = raw.slice(0, READ).trim().replaceAll(/\s+/gu, " ").toLowerCase();
  const head = headNoun(text);
  const { asks } = formWordsOf(text);
  return {
    form: formOf(text),
    expected: expectedOf(text, head, asks),
    head,
    excludes:
      /\b(?:besides|other than|apart from|aside from|except|alternatives? to|instead of)\b/u.test(
        text,
      ),
    ranks:
      /\b(?:most|least|highest|lowest|best|worst|biggest|largest|smallest|cheapest|fastest|slowest|top)\b/u.test(
        text,
      ),
    negated: (asks & ASKS.not) !== 0,
  };
}

function formOf(text: string): QuestionForm {
  if (
    /\b(?:differences?|versus|vs\.?|compare[ds]?|comparison|differ|different(?= (?:from|to|than)\b|\s*\??$)|distinguish(?:es)?|better than)\b/u.test(
      text,
    )
  )
    return "difference";
  if (
    /\b(?:show|give) (?:me )?(?:an? |the |some )?(?:code|example|snippet|command)|\bcode (?:for|example)|\bsyntax (?:of|for)\b/u.test(
      text,
    )
  ) {
    return "code";
  }
  if (
    /^(?:please |can you |could you )?(?:tell me )?(?:how (?:do|does|can|could|should|would|to|are|is)\b|how to\b|steps (?:to|for)\b|ways? to\b)/u.test(
      text,
    )
  ) {
    return "how-to";
  }
  if (
    /^why\b|\bwhy (?:do|does|is|are|should|would|did)\b|\breasons? (?:for|to|why)\b|\bwhat(?:'s| is) the point\b/u.test(
      text,
    )
  )
    return "why";
  if (
    /^(?:which|what|name|list)\b.*\b\w+s\b.*(?:\b(?:are|should|do|does|can|exist|include|belong|there|used|use|need)\b)|\b(?:kinds|types|sorts|examples|list) of\b|^(?:list|name)\b/u.test(
      text,
    )
  ) {
    return isDefinition(text) ? "definition" : "list";
  }
  if (SEVERAL.test(text) || SOME.test(text) || /^what should\b/u.test(text)) return "list";
  if (isDefinition(text)) return "definition";
  if (
    /^(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|must|may)\b/u.test(text)
  ) {
    return /\bor\b/u.test(text) ? "difference" : "yes-no";
  }
  if (/^[^?]{1,60}\bor\b[^?]{1,60}(?:\?|$)|\bor\b.*\bwhich\b|\bwhich\b.*\bor\b/u.test(text))
    return "difference";
  return "fact";
}

/** Nouns of which there are several: asking for them asks for a list. */
const SEVERAL =
  /\b(?:advantages?|benefits|pros|drawbacks|disadvantages|downsides|cons|strengths|weaknesses|features|use cases|uses|reasons|examples|skills|tools|tips|tasks|duties|responsibilities|factors|techniques|strategies|platforms|methods|options|ways|requirements|concepts|principles|topics|operations|basics|fundamentals|building blocks|qualities)\b/u;

/** "popular web servers", "up-and-coming languages to learn": some of many, without a verb. */
const SOME =
  /^(?:the )?(?:[\w\u00AA-\u1FFF\u2C00-\u{10FFFF}.+#/-]+ ){0,3}[a-z\u00AA-\u1FFF\u2C00-\u{10FFFF}-]{2,}(?<!s)s to (?:know|learn|use|study|master|read|follow|avoid)\b|^(?:the )?(?:\w+ )?(?:most )?(?:popular|common|well-known|famous|leading|main|major|important|essential|key|typical|top|best|good|different|other|new|emerging|must[ -]have|up[ -]and[ -]coming|recommended)\b(?: [\w\u00AA-\u1FFF\u2C00-\u{10FFFF}.+#/-]+){0,3}? [a-z\u00AA-\u1FFF\u2C00-\u{10FFFF}-]{3,}(?<!s)s\b/u;

function isDefinition(text: string): boolean {
  if (
    /^(?:[\w\u00AA-\u1FFF\u2C00-\u{10FFFF}.+#/'-]+ ){1,4}(?:meaning|definition|explained)\s*\??$/u.test(
      text,
    )
  )
    return true;
  return /^(?:what(?:'s| is| are| does)|whats|define|definition of|meaning of|explain|describe|tell me about|who (?:is|are)) (?:an? |the )?(?:[\w\u00AA-\u1FFF\u2C00-\u{10FFFF}.+#/'-]+ ?){1,4}(?:mean|stand for|do)?\s*\??$/u.test(
    text,
  );
}

function headNoun(text: string): string | undefined {
  const match =
    /\b(?:what|which|whose) (?:is the |are the |was the |were the |kind of |type of )?((?:[a-z\u00AA-\u1FFF\u2C00-\u{10FFFF}-]+ ?){1,4})/u.exec(
      text,
    );
  for (const word of (match?.[1] ?? "").split(" ")) {
    const singular = word.replace(/ies$/u, "y").replace(/(?<=[^s])s$/u, "");
    if (HEADS.has(word)) return word;
    if (HEADS.has(singular)) return singular;
  }
  return undefined;
}

const PAY = /\b(?:salar(?:y|ies)|pay|wages?|earnings?|prices?|costs?)\b(?<!\bwith\b.{0,40}\b\w+)/u;
const PAY_ITSELF =
  /^(?!what |which |how )|^(?:what|which|how) (?:is|are|was|were|do|does|can|could|would|will|the|much) |^(?:what|which) (?:average |typical |starting |yearly |annual |monthly )?(?:salar|pay|wage|earning|price|cost)/u;

/** "How do I pay?", "can we pay by card?": no amount. "What do we pay a senior?" asks for one. */
const PAYING =
  /^(?!what ).*\b(?:i|you|we|they|he|she|to|who|not|one|people|customers?|users?|members?) pay\b/u;

/** "senior salary in India", but not "what raises pay" or "cities with good pay", which ask for something else about it. */
function asksForPay(text: string): boolean {
  return PAY.test(text) && PAY_ITSELF.test(text) && !PAYING.test(text);
}

function expectedOf(text: string, head: string | undefined, asks: number): Expected | undefined {
  if ((asks & ASKS.expansion) !== 0) return "expansion";
  if ((asks & ASKS.when) !== 0) return "time";
  // Pay that is only mentioned ("what raises pay") is not what is asked for.
  const named = head === undefined || PAY.test(head) ? undefined : HEADS.get(head);
  if (named !== undefined && /^(?:in |at |from )?(?:which|what)\b/u.test(text)) return named;
  if (/\bhow (?:much|many)\b/u.test(text)) {
    if (/\b(?:earn|cost|paid|pay|salary|make|charge|spend|price|money|worth)\b/u.test(text))
      return "money";
    return /\bpercent/u.test(text) ? "percent" : "number";
  }
  if (/\bhow (?:long|often)\b/u.test(text)) return "duration";
  if (/\bhow (?:old|far|tall|high|big|large|fast|deep|wide|heavy|hot|cold)\b/u.test(text))
    return "measure";
  if (
    /^when (?:did|was|were|(?:is|will|does)(?!.{0,200}\b(?:sense|fit|suit|suitable|choice|useful|good|right|best|better|appropriate|worth|preferred|recommended|needed|necessary|used)\b)|has)\b(?! (?:it|one|someone) )|\bwhen (?:did|was|were)\b|^since when\b/u.test(
      text,
    )
  )
    return "time";
  if (/^where\b|\bwhere (?:did|was|were|is|do|does)\b/u.test(text)) return "place";
  if (/^(?:who|whom)\b|\bby whom\b|\bwho (?:did|was|were|is)\b/u.test(text)) return "person";
  if (/^why\b/u.test(text)) return "reason";
  return asksForPay(text) ? "money" : named;
}
