/** Nobody greets at greater length; it bounds the pattern's cost. */
const LONGEST = 60;

const GREETING =
  /^(?:(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|thanks?|thank you|thx|ty|cheers|great|nice|cool|ok|okay|test|testing|ping|bye|good ?bye|good night|yo|sup|lol|well done|perfect|awesome|sir|madam|ma'?am|makes sense|got it|gotcha|understood|(?:that|this) ?'?(?:s| is| was) (?:exactly |just |all )?(?:what )?i (?:needed|wanted(?: to know)?|was looking for|was after|meant)|(?:that|this) (?:really )?help(?:s|ed)(?: me)?)(?: (?:there|all|everyone|everybody|docent|bot|team|so much|very much|a lot|again|you|for (?:the|your) (?:help|answer)|that (?:was|is) (?:great|helpful)|to you|123|it works))*[\s,!.]*)+$|^(?:how are you|how is it going|how's it going|what's up|whats up|are you (?:there|a bot|alive))[\s?!.]*(?:today)?[\s?!.]*$/iu;

/** What may be asked of Docent, asked of Docent. */
const HELP =
  /^(?:(?:help|help me|i need help|who are you|what are you|what is this|how does this work|how (?:do|can|should) i (?:use|ask) (?:you|this|it|docent|this bot)|what (?:can|do|could|should|may) (?:i|we) ask(?: you)?(?: about)?|what (?:can|do|could) you (?:do|know|help(?: (?:me|us))? with|answer)(?: about)?|what (?:topics|subjects|questions|pages)(?: and \p{L}+)? (?:are there|do you (?:know|have|cover)|can (?:i|we) ask(?: you)?(?: about)?|can you answer))(?: please| docent| bot| exactly| here| for me)*)$/iu;

/** Whether somebody only greets, thanks or tests: nothing to look up, and no gap in the knowledge. */
export function isSmallTalk(question: string): boolean {
  const text = plainly(question);
  return text.length > 0 && text.length <= LONGEST && GREETING.test(text);
}

/** Whether somebody asks what can be asked: what to begin with is the answer, and nothing is missing in the knowledge. */
export function asksForHelp(question: string): boolean {
  const text = plainly(question);
  return text.length <= LONGEST && HELP.test(text);
}

function plainly(question: string): string {
  return question
    .slice(0, LONGEST * 4)
    .replaceAll(/[^\p{L}\p{N}' ]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** What tries out whether anybody answers may as well be what a page is about. */
const TRIAL = /^\W*(?:test|testing|ping)\W*$/iu;

/** Whether small talk is one word that somebody may want to look up. */
export function mayBeTopic(smallTalk: string): boolean {
  return smallTalk.length <= LONGEST && TRIAL.test(smallTalk);
}
