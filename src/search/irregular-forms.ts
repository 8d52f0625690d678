/**
 * Forms of English words that no rule of a stemmer leads back: a base and its forms. Left out is what is a word, a name or an
 * abbreviation as well ("found", "left", "spoke", "Drew", "LED", "SAT"; code "lives" in a folder), and what asks for who made
 * something ("made", "wrote", "built"): `relations.ts` has it.
 */
const FAMILIES = `
arise arose arisen, awake awoke awoken, become became, begin began begun, bite bitten, bleed bled, blow blew blown, break broke broken,
breed bred, bring brought, burn burnt, buy bought, catch caught, choose chose chosen, cling clung, creep crept, deal dealt,
dig dug, drink drank drunk, drive drove driven, fall fell fallen, fight fought, flee fled, fly flew flown,
forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, give gave given, grow grew grown,
hear heard, hide hid hidden, hold held, keep kept, kneel knelt, know knew, lose lost, mean meant,
mistake mistook mistaken, pay paid, ride rode ridden, say said, seek sought, sell sold, send sent, shake shook shaken, shine shone, show shown, shrink shrank shrunk, sink sank sunk, sleep slept, slide slid, spend spent, stand stood, steal stole stolen, stick stuck, strike struck,
strive strove striven, swear swore sworn, sweep swept, swell swollen, swim swam swum, swing swung, take took taken, teach taught, tear tore torn,
tell told, think thought, throw threw thrown, undergo underwent undergone, understand understood, undertake undertook undertaken, wake woke woken,
wear wore worn, weave wove woven, weep wept, win won, withdraw withdrew withdrawn, withstand withstood, child children, man men, woman women, foot feet, tooth teeth, mouse mice, goose geese, wife wives, knife knives, wolf wolves, half halves,
shelf shelves, thief thieves, index indices, matrix matrices, vertex vertices, appendix appendices, crisis crises,
thesis theses, hypothesis hypotheses, axis axes, criterion criteria, phenomenon phenomena, bacterium bacteria, curriculum curricula,
alumnus alumni, nucleus nuclei, radius radii, stimulus stimuli, fungus fungi`;

/** What a form is a form of: "sold" of "sell", "children" of "child". */
export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(
  FAMILIES.split(",").flatMap((family) => {
    const [base = "", ...forms] = family.trim().split(" ");
    return forms.map((form) => [form, base] as const);
  }),
);
