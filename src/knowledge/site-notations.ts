import type { StateBlock, StateInline } from "markdown-it";

// What site generators and note-takers write into Markdown beside HTML.

/** Each with its value: `<Your Name>` is somebody's. */
const ATTRIBUTES = String.raw`(?:\s+[A-Za-z_:@-]{1,60}=(?:"[^"<>]*"|'[^'<>]*'|\{[^{}<>]*\}))*`;
/** `<Tabs>`, `</TabItem>`, `<Figure src="x" />`: a component has a name like a type's. */
const COMPONENT = String.raw`<\/?[A-Z](?=[A-Z0-9]{0,60}[a-z])[A-Za-z0-9.]{1,60}${ATTRIBUTES}\s*\/?>`;
const ONLY_COMPONENTS = new RegExp(String.raw`^\s*(?:${COMPONENT}\s*)+$`);
const COMPONENT_HERE = new RegExp(COMPONENT, "y");
const SHOWN = /\s(?:label|title)=(?:"([^"<>]*)"|'([^'<>]*)')/g;
const IMPORT = /^import (?:[\w*{}$, ]{1,200} from )?(?:"[^"]{1,200}"|'[^']{1,200}');?$/;
const WIKI_LINK =
  /(!?)\[\[(?!\s)([^[\]|#\n]{0,200})(?:#([^[\]|\n]{0,200}))?(?:\|([^[\]\n]{1,200}))?\]\](?![(:])/y;

/** A line that loads a component says nothing to who reads. A rule for markdown-it's block parser. */
export function importLine(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith("import ", start)) return false;
  if (!IMPORT.test(state.src.slice(start, state.eMarks[startLine]).trimEnd())) return false;
  if (!silent) state.line = startLine + 1;
  return true;
}

/**
 * Components that stand by themselves, of which only a label or a title is shown, in bold; and those around words, which are
 * told from `List<String>` and `<YourName>` by what they carry or by being closed. A rule for markdown-it's inline parser.
 */
export function component(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== "<" || !/[/A-Z]/.test(src[pos + 1] ?? "")) return false;
  if (pos === 0 && ONLY_COMPONENTS.test(src)) {
    if (!silent) {
      const labels = [...src.matchAll(SHOWN)].map(([, double, single]) => double ?? single ?? "");
      pushBold(state, labels.join(" · "));
    }
    state.pos = state.posMax;
    return true;
  }
  COMPONENT_HERE.lastIndex = pos;
  const [tag] = COMPONENT_HERE.exec(src) ?? [];
  if (tag === undefined || COMPONENT_HERE.lastIndex > state.posMax) return false;
  if (!/^<\/|\s|\/>$/.test(tag)) return false;
  state.pos += tag.length;
  return true;
}

/** `[[Page]]`, `[[Page#Heading]]` and `[[Page|words]]`, of which the words are shown; `![[picture.png]]` vanishes. */
export function wikiLink(state: StateInline, silent: boolean): boolean {
  WIKI_LINK.lastIndex = state.pos;
  const match = WIKI_LINK.exec(state.src);
  if (match === null || WIKI_LINK.lastIndex > state.posMax) return false;
  const [source, embeds, page = "", heading = "", words] = match;
  if (!silent && embeds === "") {
    const token = state.push("text", "", 0);
    token.content = words ?? (page === "" ? heading : (page.split("/").at(-1) ?? page));
  }
  state.pos += source.length;
  return true;
}

function pushBold(state: StateInline, words: string): void {
  if (words === "") return;
  state.push("strong_open", "strong", 1);
  state.push("text", "", 0).content = words;
  state.push("strong_close", "strong", -1);
}
