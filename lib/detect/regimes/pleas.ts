/** The grammar of asking to be let off a limit, in the languages of the packs. */

/** Of a mention: somebody is to be let off it, who asks for that, or is heard. */
const LET_OFF =
  /(?:exempt|waiver|relief|reprieve|carve-?out|Ausnahme|Befreiung|dérogation|exenci|excepci|exención|isençã|exceçã|esenzion|derog|исключени|изъяти|освобожд|不被|不受|免于|免受|استثناء|إعفاء|豁免)[^.;:。]{0,30}$/;
const LET_OFF_BEHIND =
  /^(?:的?(?:豁免|例外)|から(?:外|除)|の(?:適用除外|対象外)|에서 (?:빼|제외)|을 면제| से (?:छूट|राहत))/;
/** The same where the verb ends the sentence: somebody asks that a mention be eased. */
const ASKED_AWAY =
  /^[のを을를]? ?(?:緩和|解除|撤廃|撤回|見直し|완화|해제|철회|폐지|재고)[^。.、]{0,12}(?:求め|要請|要求|申し入|働きかけ|促し|迫っ|요청|요구|촉구|건의|설득)|^ (?:में ढील|हटाने|में राहत)[^।]{0,12}(?:म[ांाँं]+ग|अनुरोध|आग्रह)/;
const ASKS =
  /hop(?:e[sd]?|ing)\b|\bhoff|esp[eè]r|\bsper[ai]|наде[ею]|تأمل|希望|盼|争取|爭取|바라|उम्मीद|plea|\bbeg|\bask|request|lobb|seek|sought|bitt|\bbat\b|ersuch|demand|réclam|sollicit|solicit|\bp[ei]d[ieí]|\bchie[ds]|прос[ия]|ходатай|طلب|طالب|म[ांाँं]+ग|अनुरोध|[请請]求|要求|求め|要請|요청|요구/;
const GRANTS =
  /(?<!be )exempt(?:ed|s)|waived|spared|befreit(?:e|en)? |eximió|isentou|esentò|освободил|أعفت|豁免了|grant|reject|refus|den[iy]|turned down|dismiss|approv|gewähr|lehnt|verweiger|accord|rejet|conced|rechaz|rejeit|negó|respin|rifiut|отказ|отклон|предостав|رفض|منح|拒[绝絕]|批准|認め|断|거부|거절|ठुकरा|दी\b/;
/** Before and behind its name: to whom somebody turns. */
const ASKED =
  /(?:^|[^\p{L}])(?:(?:to|of|from|with|ask\w*|urg\w+|beg\w*|lobb\w+)(?: the)?|bei|von|à|aux?|a[lo]?|alla|agli|aos?|у|к|من) $|[向对對与與跟同和]$/u;
const IS_ASKED = /^(?:에|に| से| को)/;

/** Whether somebody asks to be let off a limit, told by its sentence before and behind it: who asks did not make it. */
export function isPlea(before: string, behind: string): boolean {
  return (
    (ASKED_AWAY.test(behind) ||
      ((LET_OFF.test(before) || LET_OFF_BEHIND.test(behind)) &&
        (ASKS.test(before + behind) || isRequest(before + behind)))) &&
    !GRANTS.test(before + behind)
  );
}

/** Whether a name is that of one to whom somebody else turns. */
export function isAsked(text: string, start: number, end: number): boolean {
  return ASKED.test(text.slice(Math.max(start - 20, 0), start)) || IS_ASKED.test(text.slice(end, end + 4));
}

/** What somebody does who has no say in a limit: he asks, complains, negotiates, travels there. */
const TREATS =
  /\b(?:ask(?:s|ed|ing)?|urge[sd]?|request\w*|plead\w*|beg(?:s|ged)?|sought|seek\w*|complain\w*|protest\w*|negotiat\w*|talk\w*|rais(?:es|ed)|w[io]ns?|promis\w+|trips? to|klag\w+|bat(?:en)?|bitte[tn]?|beschwer\w+|verhandel\w+|reden?|redet\w*|reist\w*|demand(?:e|é|er|ent) (?:à|aux?)|négoci\w*|pid[eió]\w*|ped[ei]\w*|chied\w+|chiest\w+|negoci\w+|negozi\w+|reclam\w+|queix\w+|lament\w+)(?!\p{L})|прос[ия]|переговор|жал[оу]|обсу|طلب|طالب|تفاوض|محادث|[请請]求|要求|希望|交涉|磋商|[沟溝]通|抱怨|抗[议議]|交渉|申し入|求め|要請|요청|요구|협의|항의|교섭|म[ांाँं]+ग|अनुरोध|शिकायत/u;

/** Whether a sentence tells of somebody who asks another for something, or treats with him. */
export function isRequest(sentence: string): boolean {
  return TREATS.test(sentence);
}
