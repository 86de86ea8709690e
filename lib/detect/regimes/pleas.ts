/** The grammar of asking to be let off a limit, in the languages of the packs. */

/** Before and behind a mention: somebody is to be let off it. */
const LET_OFF =
  /(?:exempt|waiver|relief|reprieve|carve-?out|Ausnahme|Befreiung|dérogation|exenci|excepci|exención|isençã|exceçã|esenzion|derog|исключени|изъяти|освобожд|échapp|fuera d|fuori d|fora d|不被|不受|免于|免受|استثناء|إعفاء|豁免)[^.;:。]{0,30}$/;
const LET_OFF_BEHIND =
  /^(?:的?(?:豁免|例外)|から(?:外|除)|の(?:撤廃|緩和|解除|見直し)を(?:改めて|強く)?(?:申し入れ|求め|要請|要求|訴え)|の(?:適用(?:除外|猶予)|対象外)|(?:の?適用)?猶予| ?유예|에서 (?:빼|제외)|을 면제| से (?:छूट|राहत))/;
/** What somebody does who has no say in a limit: he asks, hopes, complains, wins a promise. */
export const ASKS =
  /hop(?:e[sd]?|ing)\b|\bwants?\b|\bveut|\bquier|\bvuol|\bwill\b(?! (?:exempt|grant|spare|waive))|\bхо[чт]|\bw[io]n\b|promis|\bklag|press(?:es|ed)|\bhoff|esp[eè]r|\bsper[ai]|наде[ею]|تأمل|希望|盼|争取|爭取|바라|उम्मीद|plea|\bbeg|\bask|request|lobb|seek|sought|bitt|\bbat(?:en)?\b|ersuch|demand|réclam|sollicit|solicit|\bp[ei]d[ieí]|\bchie[ds]|прос[ия]|ходатай|طلب|طالب|म[ांाँं]+ग|अनुरोध|[请請]求|要求|求め|要請|申し入れ|요청|요구|obt[ei]n|otten|conseg|lograr|erreich|erwirk|добит|سعي|يسعى|تسعى|secure|para que/;
/** What is done with whoever may have made a limit: it is talked of. */
export const TALKS =
  /talks? (?:with|to)|negotiat|discuss|rais(?:es?|ed|ing)\b|\btells?\b|sprech|spricht|vorstellig|verhandel|discut|évoqu|\bparl[eai]|\bhabl|plantea|\bfal(?:ar|ou|a)\b|levar|tratta\b|переговор|обсу|磋商|[谈談]|[协協]商|提出|協議|提起|협의|협상|논의|제기|बात|تفاوض|محادثات|بحث/;

/** Ends before a mention: its sentence's subject, or whom that asks, speaks of it. */
const RAISES =
  /\b(?:rais(?:e[sd]?|ing)|discuss(?:e[sd]|ing)?|(?:bring(?:s|ing)?|brought|tak(?:e[ns]?|ing)|took) up) (?:the|these|those) $/;

/** Whether a mention is but spoken of, told by its sentence before it. */
export function isRaised(before: string): boolean {
  return RAISES.test(before);
}

/** Who gives it made the limit. */
const GIVES =
  /\b(?:promis|grant|offer|assur)\w*(?: \S+){1,4}? (?:exempt|waiver|relief|reprieve|carve-?out)\S* \S+(?: \S+)? ?$/;

/** Whether somebody asks to be let off a limit, told by its sentence before and behind it: who asks did not make it. */
export function isPlea(before: string, behind: string): boolean {
  if (GIVES.test(before)) return false;
  return (LET_OFF.test(before) || LET_OFF_BEHIND.test(behind)) && ASKS.test(before + behind);
}
