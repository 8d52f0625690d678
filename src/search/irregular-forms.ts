/**
 * Forms of English words that no rule of a stemmer leads back: a base and its forms. Those that are words of their own as well are left
 * out: "found" (founded), "left", "saw", "lay", "felt", "leaves", "bases".
 */
const FAMILIES = `
arise arose arisen, awake awoke awoken, become became, begin began begun, bend bent, bite bitten, bleed bled, blow blew blown, break broke broken,
breed bred, bring brought, build built, burn burnt, buy bought, catch caught, choose chose chosen, cling clung, come came, creep crept, deal dealt,
dig dug, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, fight fought, flee fled, fly flew flown,
forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, give gave given, grow grew grown,
hang hung, hear heard, hide hid hidden, hold held, keep kept, kneel knelt, know knew, lead led, lend lent, lose lost, mean meant,
meet met, mistake mistook mistaken, overcome overcame, pay paid, rebuild rebuilt, rewrite rewrote rewritten, ride rode ridden, ring rang rung,
run ran, say said, seek sought, sell sold, send sent, shake shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk, sing sang sung,
sink sank sunk, sit sat, sleep slept, slide slid, speak spoke spoken, spend spent, stand stood, steal stole stolen, stick stuck, strike struck,
strive strove striven, swear swore sworn, sweep swept, swell swollen, swim swam swum, swing swung, take took taken, teach taught, tear tore torn,
tell told, think thought, throw threw thrown, undergo underwent undergone, understand understood, undertake undertook undertaken, wake woke woken,
wear wore worn, weave wove woven, weep wept, win won, withdraw withdrew withdrawn, withstand withstood, write wrote written,
child children, man men, woman women, foot feet, tooth teeth, mouse mice, goose geese, wife wives, knife knives, wolf wolves, half halves,
shelf shelves, thief thieves, life lives, index indices, matrix matrices, vertex vertices, appendix appendices, analysis analyses, crisis crises,
thesis theses, hypothesis hypotheses, axis axes, criterion criteria, phenomenon phenomena, bacterium bacteria, curriculum curricula,
alumnus alumni, nucleus nuclei, radius radii, stimulus stimuli, fungus fungi,
2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven, 12 twelve, 13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen,
17 seventeen, 18 eighteen, 19 nineteen, 20 twenty`;

/** What a form is a form of: "wrote" of "write", "children" of "child", "two" of "2". */
export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(
  FAMILIES.split(",").flatMap((family) => {
    const [base = "", ...forms] = family.trim().split(" ");
    return forms.map((form) => [form, base] as const);
  }),
);
