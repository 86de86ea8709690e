/** The grammar of asking to be let off a limit, in the languages of the packs. */

/** Before and behind a mention: somebody is to be let off it. */
const LET_OFF =
  /(?:exempt|waiver|relief|reprieve|carve-?out|Ausnahme|Befreiung|dérogation|exenci|excepci|exención|isençã|exceçã|esenzion|derog|исключени|изъяти|освобожд|不被|不受|免于|免受|استثناء|إعفاء|豁免)[^.;:。]{0,30}$/;
const LET_OFF_BEHIND =
  /^(?:的?(?:豁免|例外)|から(?:外|除)|の(?:適用除外|対象外)|에서 (?:빼|제외)|을 면제| से (?:छूट|राहत))/;
/** What somebody does who has no say in a limit: he asks, hopes, complains, wins a promise. */
export const ASKS =
  /hop(?:e[sd]?|ing)\b|\bwants?\b|\bveut|\bquier|\bvuol|\bwill\b|\bхо[чт]|\bw[io]n\b|promis|\bklag|press(?:es|ed)|\bhoff|esp[eè]r|\bsper[ai]|наде[ею]|تأمل|希望|盼|争取|爭取|바라|उम्मीद|plea|\bbeg|\bask|request|lobb|seek|sought|bitt|\bbat(?:en)?\b|ersuch|demand|réclam|sollicit|solicit|\bp[ei]d[ieí]|\bchie[ds]|прос[ия]|ходатай|طلب|طالب|म[ांाँं]+ग|अनुरोध|[请請]求|要求|求め|要請|요청|요구/;

/** Whether somebody asks to be let off a limit, told by its sentence before and behind it: who asks did not make it. */
export function isPlea(before: string, behind: string): boolean {
  return (LET_OFF.test(before) || LET_OFF_BEHIND.test(behind)) && ASKS.test(before + behind);
}
