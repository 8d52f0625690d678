/**
 * Countries and what people call them, in lower case. A list of English words has no names, so each would be taken for a slip of
 * whatever looks like it: "Austria" for "Australia", "norway" for "normal". (The platform's own tables have them, too, but take a
 * tenth of a second to open.)
 */
const PLACES: ReadonlySet<string> = new Set(
  (
    "afghanistan albania algeria america andorra angola argentina armenia asia australia austria azerbaijan bahamas bahrain bangladesh barbados " +
    "belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria burkina burundi cambodia cameroon canada chad chile china " +
    "colombia congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt emirates england eritrea estonia eswatini ethiopia europe africa " +
    "fiji finland france gabon gambia georgia germany ghana greece greenland grenada guatemala guinea guyana haiti herzegovina holland honduras hungary iceland india " +
    "indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho " +
    "liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro " +
    "morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama papua paraguay peru " +
    "philippines poland portugal qatar romania russia rwanda samoa scandinavia scotland senegal serbia seychelles singapore slovakia slovenia somalia spain " +
    "sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga trinidad tunisia turkey turkmenistan tuvalu uganda ukraine " +
    "uruguay uzbekistan vanuatu vatican venezuela vietnam wales yemen zambia zealand zimbabwe"
  ).split(" "),
);

/** Whether a lower-case word is the name of a country, or a part of one. */
export function isPlace(word: string): boolean {
  return PLACES.has(word);
}
