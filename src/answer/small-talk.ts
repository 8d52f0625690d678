/** Nobody greets at greater length; it bounds the pattern's cost. */
const LONGEST = 60;

const GREETING =
  /^(?:(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|thanks?|thank you|thx|ty|cheers|great|nice|cool|ok|okay|test|testing|ping|bye|good ?bye|good night|yo|sup|lol|well done|perfect|awesome|sir|madam|ma'?am|makes sense|got it|gotcha|understood|(?:that|this) ?'?(?:s| is| was) (?:exactly |just |all )?(?:what )?i (?:needed|wanted(?: to know)?|was looking for|was after|meant)|(?:that|this) (?:really )?help(?:s|ed)(?: me)?)(?: (?:there|all|everyone|everybody|docent|bot|team|so much|very much|a lot|again|you|for (?:the|your) (?:help|answer)|that (?:was|is) (?:great|helpful)|to you|123|it works))*[\s,!.]*)+$|^(?:how are you|how is it going|how's it going|what's up|whats up|are you (?:there|a bot|alive)|who are you|what are you|what can you do)[\s?!.]*(?:today)?[\s?!.]*$/iu;

/** Whether somebody only greets, thanks or tests: nothing to look up, and no gap in the knowledge. */
export function isSmallTalk(question: string): boolean {
  const text = question
    .slice(0, LONGEST * 4)
    .replaceAll(/[^\p{L}\p{N}' ]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
  return text.length > 0 && text.length <= LONGEST && GREETING.test(text);
}

/** What tries out whether anybody answers may as well be what a page is about. */
const TRIAL = /^\W*(?:test|testing|ping)\W*$/iu;

/** Whether small talk is one word that somebody may want to look up. */
export function mayBeTopic(smallTalk: string): boolean {
  return smallTalk.length <= LONGEST && TRIAL.test(smallTalk);
}
