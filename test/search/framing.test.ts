import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unframed } from "../../src/search/framing.ts";

describe("what people say around a question is no part of it:", () => {
  it.each([
    ["hey, what is REST?", "what is REST?"],
    ["hey what is REST?", "what is REST?"],
    ["what if i dont use REST", "what if i don't use REST"],
    ["who earns most in the us", "who earns most in the US"],
    ["tell us about REST", "REST"],
    ["hello sir, what is REST?", "what is REST?"],
    ["Sir, what is REST?", "what is REST?"],
    ["what is REST sir?", "what is REST sir?"],
    ["what is REST, madam?", "what is REST?"],
    ["Hmmmmm, what is REST?", "what is REST?"],
    ["uh um umm what is REST?", "what is REST?"],
    ["what is there other than REST?", "what is there besides REST?"],
    ["how do they talk to each other Thanks!", "how do they talk to each other"],
    ["Hi team! What is REST?", "What is REST?"],
    ["Good morning everyone, quick question: what is REST?", "what is REST?"],
    ["@Docent what is REST", "what is REST"],
    ["I was wondering what REST is", "what REST is"],
    ["I’m trying to find out what REST is", "what REST is"],
    ["does anyone here know what REST is?", "what REST is?"],
    ["could someone please explain what REST is", "what REST is"],
    ["Can you tell me about REST?", "REST?"],
    ["remind me, what is REST", "what is REST"],
    ["According to the docs, what is REST?", "what is REST?"],
    ["I'm new here, so: what is REST", "what is REST"],
    ["My question is: what is REST?", "what is REST?"],
    ["What is REST? Thanks a lot in advance!", "What is REST?"],
    ["What is REST please?", "What is REST?"],
    ["What is REST these days, exactly?", "What is REST?"],
    ["which tools are there, guys", "which tools are there"],
    ["btw who made Java asap lol", "who made Java"],
    ["how do I start with caching as a complete beginner?", "how do I start with caching?"],
    ["how much do I earn as a beginner", "how much do I earn as a beginner"],
    ["got a question: what is REST", "what is REST"],
    ["I'd love to hear more about REST", "REST"],
    ["looking for some info about REST", "REST"],
    ["any thoughts on REST?", "REST?"],
    ["tl;dr of REST", "REST"],
    ["can you give me a quick rundown of REST", "REST"],
    ["sorry if this was asked before, but what is REST?", "what is REST?"],
    ["not sure if this is the right channel but what is REST", "what is REST"],
    ["where can I read more about REST?", "REST?"],
    ["do we have any docs on REST?", "REST?"],
    ["is there anything on REST", "REST"],
    ["any pointers on REST", "REST"],
    ["I couldn't find anything about REST", "REST"],
    ["point me to some docs about REST please", "REST"],
    ["quick question about REST", "REST"],
    ["what does the wiki say about REST?", "REST?"],
    ["short intro to REST", "REST"],
    ["what on earth is REST", "what is REST"],
    ["wtf is REST", "what is REST"],
    ["walk me through how REST works", "how REST works"],
    [" What is REST?\n", "What is REST?"],
    ["“What is REST?”", "What is REST?"],
    ["In Python, what is Flask?", "what is Flask in Python?"],
    ["For APIs, which rules are there", "which rules are there for APIs"],
    ["Excuse me if this was asked before, but what is REST?", "what is REST?"],
    ["sorry to bother you again, what is REST?", "what is REST?"],
    ["sorry for the noob question, what is REST?", "what is REST?"],
    ["not sure if this is the right channel, but what is REST?", "what is REST?"],
    ["*What is REST*?", "What is REST*?"],
    ["> hey, `what is REST`", "what is REST"],
  ])("%s", (question, plain) => {
    expect(unframed(question)).toBe(plain);
  });

  it.each([
    "hello world program",
    "hi-fi systems",
    "I want to learn Python",
    "could you explain",
    "what is a question mark",
    "who is the man",
    "got a question wrong",
    "I need information security",
    "thoughts of a developer",
    "sir Tim Berners-Lee",
    "where can I find a mentor",
    "do we have a wiki",
    "are there a few tools",
    "is there documentation",
    "I cannot find my badge",
    "links between pages",
    "sorry about that",
    "Sorry if my question about Redis is silly, how hard is it to learn?",
    "sorry to bother you with Docker, how do I start?",
    "apologies for the broken build, but who can mend it?",
    "Where can I look on the server for logs?",
    "what is the world wide web",
    "what does the guide say",
    "give me a list of tools",
    "walk me to the door",
    "How do I ask for help",
    "is there a team",
    "explain REST",
    "what are thanks",
    "so what",
    "hi",
    "thanks!",
    "please",
    "",
  ])("but all of this is asked for: %j", (question) => {
    expect(unframed(question)).toBe(question);
  });

  it("is said several times over, and not for ever", () => {
    expect(unframed("ok so hey, quick question: please tell me what REST is, thanks, bro")).toBe(
      "what REST is",
    );
    expect(unframed(`${"so ".repeat(50)}what is REST`)).toMatch(/^(?:so )+what is REST$/u);
  });

  it("is a beginning and an end: what is left stands in the question as it was typed", () => {
    const words = [
      "hey",
      "so",
      "please",
      "I wonder",
      "tell me",
      "what",
      "is",
      "REST",
      ",",
      "?",
      ":",
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom(...words)).map((all) => all.join(" ")),
        ),
        (text) => {
          const left = unframed(text);
          expect(text.includes(left) || text.includes(left.replace(/\?$/u, ""))).toBe(true);
        },
      ),
    );
  });
});
