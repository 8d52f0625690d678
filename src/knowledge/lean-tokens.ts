import type { MarkdownIt, StateCore, Token } from "markdown-it";

type Nesting = Token["nesting"];

/** What makes inline content more than lines of text, given the rules that are in use. */
const MARKED = /[\\`~*_[<&]|%%|==|\{\{%| \n/;

/**
 * Lets markdown-it make the same tokens in four fifths of the time. Its own tokens and states are filled field by field
 * through `Object.defineProperty` (a compiler's doing), which costs more than reading the text that they stand for; and most
 * paragraphs and cells hold no mark-up at all, and need no inline parser.
 */
export function useLeanTokens(parser: MarkdownIt): void {
  const make = leanToken(parser);
  const BlockState = parser.block.State;
  const InlineState = parser.inline.State;

  parser.block.State = class extends BlockState {
    override push(type: string, tag: string, nesting: Nesting): Token {
      const token = make(type, tag, nesting);
      token.block = true;
      if (nesting < 0) this.level--;
      token.level = this.level;
      if (nesting > 0) this.level++;
      this.tokens.push(token);
      return token;
    }
  };

  parser.inline.State = class extends InlineState {
    override pushPending(): Token {
      const token = make("text", "", 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      this.tokens.push(token);
      this.pending = "";
      return token;
    }

    override push(type: string, tag: string, nesting: Nesting): Token {
      if (this.pending !== "") this.pushPending();
      const token = make(type, tag, nesting);
      if (nesting < 0) {
        this.level--;
        this.delimiters = this._prev_delimiters.pop() ?? [];
      }
      token.level = this.level;
      if (nesting > 0) {
        this.level++;
        this._prev_delimiters.push(this.delimiters);
        this.delimiters = [];
      }
      this.pendingLevel = this.level;
      this.tokens.push(token);
      this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined);
      return token;
    }
  };

  parser.core.ruler.at("inline", ({ tokens, md, env }: StateCore) => {
    for (const { type, content, children } of tokens) {
      if (type !== "inline" || children === null) continue;
      if (MARKED.test(content)) md.inline.parse(content, md, env, children);
      else pushLines(content, children, make);
    }
  });
}

type Make = (type: string, tag: string, nesting: Nesting) => Token;

/** Lines of text and the breaks between them; a line's indent is no text. */
function pushLines(content: string, tokens: Token[], make: Make): void {
  for (const [index, line] of content.split("\n").entries()) {
    if (index > 0) tokens.push(make("softbreak", "br", 0));
    const text = index > 0 ? line.replace(/^[ \t]+/, "") : line;
    if (text === "") continue;
    const token = make("text", "", 0);
    token.content = text;
    tokens.push(token);
  }
}

/** Tokens with the same fields and methods as markdown-it's own. */
function leanToken(parser: MarkdownIt): Make {
  const Original = new parser.core.State("", parser, {}).Token;

  class LeanToken {
    readonly attrs = null;
    readonly map = null;
    readonly children = null;
    readonly meta = null;
    readonly level = 0;
    readonly content = "";
    readonly markup = "";
    readonly info = "";
    readonly block = false;
    readonly hidden = false;
    readonly type: string;
    readonly tag: string;
    readonly nesting: Nesting;

    constructor(type: string, tag: string, nesting: Nesting) {
      this.type = type;
      this.tag = tag;
      this.nesting = nesting;
    }
  }
  Object.setPrototypeOf(LeanToken.prototype, Original.prototype);
  // What it lacks of a token's methods it has by its prototype.
  return (type, tag, nesting) => new LeanToken(type, tag, nesting) as unknown as Token;
}
