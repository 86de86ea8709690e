/**
 * The grammar of whose limit a mention is, in the languages of the packs: what stands between it and a name ahead of it or behind
 * it.
 */
import { anyOf } from './any-of';

/**
 * What stands between one who imposes and the mention that is theirs: nothing, a possessive with one word more, "-led",
 * "der".
 */
const ADJOINS =
  /^\.?(['’]s?( [\w-]+)?|-[a-z]+|[の的의]| d\w+| (?:के|की|का)(?: [^\s]+)?|的?[新最近现現行这這一二三四五六几幾多][轮輪波项項批次系列新一]{0,4}的?(?:芯片|晶片|半[导導][体體])?|的(?:芯片|晶片|稀土|(?:半[导導][体體])?(?:[设設][备備]|技[术術])?))?[\s-]*$/;
/**
 * A possessive, perhaps with one word more, or a Chinese verb that says what was done: also behind a preposition it makes its
 * owner the one who imposes.
 */
const OWNS = anyOf(
  /^['’]s?( [\w-]+)?\s*$/,
  /^['’]s?(?: [\w-]+){0,2} (?:rounds?|waves?|batch|sets?|packages?|rafts?|tranche|slew|series) of(?: [\w-]+){0,2} $/,
  /^(?:['’]s)?,?(?: [\w-]+){0,3} (?:bill|legislation|law|rule|order|proposal|draft|plan|measure)s? (?:that|which) (?:(?:would|will|could|may|might|has|have|had) )?(?:\w+ly )?\w+(?: [\w-]+){0,3} $/i,
  /^,? (?:whose|dont (?:les?|la|l['’])|deren|dessen|cuy[oa]s?|cuj[oa]s?|(?:i|le|la|il) cui|чь[иеёя]\S?|чей)(?: \S+)? ?$/,
  /^,? (?:and|over) (?:its|their)(?: [\w-]+){0,2} $/,
  /^,? (?:und (?:deren|ihren?|seinen?)|et (?:ses|leurs)|y sus?|e (?:(?:i|le|la|l|os|as|o|a) )?(?:suoi|sue|loro|seus?|suas?)|и (?:его|её|их|свои(?:ми)?)) $/,
  /^[刚剛近日新最再度次一单單方面不断斷持续續进進步]{0,4}(?:生效|实施|實施|宣布|写|寫|制定|起草|[拟擬]定|加[强強码碼]|收[紧緊]|[扩擴]大|升[级級]|出台|祭出|推出|[发發]布|施加|[颁頒]布|追加|新增|[强強]化|[滥濫]用|恢[复復]|延[长長])\S{0,8}$/,
);
/**
 * What stands between a mention and one behind it who makes it: "imposed by the", "that", ", die", ", которые ввёл",
 * "التي فرضتها". Before an agent its goods may stand.
 */
const MADE_BY = anyOf(
  /^[^.;:]{0,60}(?:(?:\w(?:ed|en|id|wn)|\b(?:set|put|built|brought|sought|hit|in(?:to)? (?:place|force|effect))) by|(?:writ|draft|decid|decre|announc|unveil|impos|adopt|enact|issu|craft|devis|conceiv|proclaim|tighten|drawn up|agre|set|force|effect)(?:ten|e?d)? in)(?: \S+)? ?$/,
  /^ (?:of|by|from|out of|at the hands of|on the part of)(?: [Tt]he)? $/,
  /^[^.;:]{0,60}[dtsué](?:e?s?|[oaie]s?) (?:par|por|pel[ao]s?|da(?:l|ll['’]|lla|i|gli|lle))(?: \S+)?(?: ?(?:[Aa][dm]min|[Gg]o[bu]?v?ern)\S*)?(?: d(?:[aeo]s?|el|ella|egli|ei|es|u))? ?$/,
  /^[^.;:]{0,60}(?:[ée]crit|scri[tv]|d[ée]ci[ds]|rédig|redact|ann?[ou]nc)\S* (?:à|en|em|a)(?: \S+)? ?$/,
  /^[^.;:]{0,60}(?:введ|налож|установ|прин|объявл|ужесточ|расшир|продл|утвержд|подпис|придум|разработ)[а-яё]*[нт][а-яё]*(?: \S+)? ?$/,
  /^ (?:von|vom|durch|seitens|aus)(?: \S+)? ?$/,
  /^,? (?:that|which|die|qu|che|котор)\S*(?: \S+)? ?$/,
  /^[^.;:]{0,70} (?:l[aeio]s?|gli)(?: h[aá]n?(?:no)?)? (?:firm|impu[sr]|impos|dict|decret|decid|decis|aprob|approv|ann?unci|ad[ao]tt?|orden|ordin|redact|var)\S*(?: (?:el|l[aeo]s?|il|i|gli))? (?:l['’])?$/,
  /^،? (?:الت|الذ|اللذ)\S*(?: \S+){0,2} ?$/,
  /^ d(?:e|es|u|[ao]s?|el|ei|egli|ell[ao]|er)?(?: l[aeo]s?)?(?: ?[ld]?['’])? ?(?:(?:administra|amministra|gest|go[bu]?v?ern|govern|exécutif|ejecutiv|esecutiv|Regierung|Administration|Kabinett|cabinet|gabinet)\S* )?(?:d[aeio]s? |d['’]|von )?$/i,
);
/**
 * "To US chip curbs": what qualifies a mention owns it, behind any preposition; a noun does not ("tough on China export
 * controls").
 */
const QUALIFIES = /(?:^u\.?s\.?|ican|[ie]an|ese|utch)$/i;
const OF_KIND =
  /^\.? (?:(?:AI|chip|tech|technology|semiconductor|new|latest|tighter|stricter|export) ){0,2}$/i;
/** Arabic, or a Romance "of the", "from the": what owns a noun stands behind it; a name ahead is the subject, or freed of it. */
const STANDS_BEHIND = /^ ?[؀-ۿ]|^ d(?:es|[aeou]|[ao]s|[ae]i|[ae]l\S*|[ae]gli) /;

/** Between a subject, or whoever is of its country, and a mention of that country's own: "米国の業界団体は自国の輸出規制". */
const OF_ITS_COUNTRY = anyOf(
  /^[^、。はがも]{0,8}[はがも]?、?自国の[^、。はがをに]{0,10}$/,
  /^(?:의? \S+)?[은는이가]? 자국의?(?: \S+)? $/,
);

/** Behind such a mention, Romance: "los controles a la exportación de su propio Gobierno". */
const OF_ITS_OWN =
  / d(?:e|el|o|a|ell?a)s? ?(?:su|l?suo|seu|sua|l?loro|leur|son)s? (?:propr?i?[oae]|propres?|stesso) (?:[Gg]o[bu]?v?i?ern\S+|país|pays|[Pp]aese)/;

/** Ends a name that is a subject with its particle, and owns nothing behind it. */
const SUBJECT_MARK = /[はが은는]$/;

/**
 * Whether a name ahead of a mention owns it, told by what stands before it, itself and what parts them. `isTarget`: it
 * was named as one.
 */
export function ownsAhead(
  text: string,
  [first, last]: [number, number],
  start: number,
  isTarget: boolean,
): boolean {
  const gap = text.slice(last, start);
  const before = text.slice(Math.max(first - 2, 0), first);
  if ((!gap && TOLD_AHEAD.test(before)) || isDoneTo(text, first, last)) return false;
  // What is the name's own stands behind a 的: "对美国刚刚生效的芯片出口管制".
  const isDone = DONE_TO.test(before) && OWNS.test(gap) && !gap.includes('的');
  if (isDone && !HAS_A_WORD.test(text.slice(start, start + 20))) return false;
  if (OF_ITS_COUNTRY.test(gap) || OF_ITS_OWN.test(text.slice(start, start + 80).split(/[.:;]/)[0] as string))
    return true;
  if (SUBJECT_MARK.test(text.slice(first, last))) return false;
  return (
    ((OWNS.test(gap) || (!isTarget && ADJOINS.test(gap))) &&
      !STANDS_BEHIND.test(gap + text.slice(first, last))) ||
    (QUALIFIES.test(text.slice(first, last)) && OF_KIND.test(gap))
  );
}

/** Before a name that a verb follows next: it is told or promised what the subject does ("答應拜登不讓ASML再賣"). */
const TOLD_AHEAD = /(?:答[应應]|承[诺諾]|告[诉訴知])$/;
/** Before a name whom the verb behind it is done to ("中國對美國祭出稀土出口管制"), unless somebody only has a word for that deed. */
const DONE_TO = /(?<![面针針应應反])[对對]$/;
const HAS_A_WORD = /表[示达達]|感到|深感|提出|不[满滿]|[关關][切注]|抗[议議]|[忧憂担擔]|反[应應]/;
const DOES_IT = /(?:实施|實施|限制|禁止|[暂暫]停|收[紧緊]|加[强強]|[扩擴]大|放[宽寬])$/;

/** Whether a name that says of itself what is done ("中国实施") is but whom that is done to: "美国对中国实施芯片禁运". */
export function isDoneTo(text: string, first: number, last: number): boolean {
  return (
    DOES_IT.test(text.slice(first, last)) &&
    DONE_TO.test(text.slice(Math.max(first - 2, 0), first)) &&
    !HAS_A_WORD.test(text.slice(last, last + 24))
  );
}

/** How a name begins that says of itself that it made what stands before: "impostas pela China". */
const MADE_IT = /^\S+[dtsé](?:e?s?|[oaie]s?) (?:by|par|por|pel[ao]s?|da(?:l|ll['’]|lla|i|gli|lle)) /;
const ITS_GOODS = /^[^.;:,]{0,60}$/;

/** Between a mention and one behind it who makes it, be it a name that is else that of a target: "imposed by China". */
const IMPOSED_BY =
  /^ from $|^[^.;:,]{0,60}\b(?:impos|introduc|announc|adopt|enact|issu|tighten|widen|expand|unveil|implement|in place|into (?:force|effect))\S* by(?: the)? $/;

/**
 * Where the verb ends the clause: between a mention and the name behind it, and behind that. A relative clause that the name
 * ends ("輸出規制を続ける中国"), or what says whose the mention is ("輸出規制はハーグが決めた", "수출 통제는 헤이그의 결정").
 */
const ENDS_RELATIVE = anyOf(
  /^(?:措置)?(?:を(?:続け|強め|敷い|導入し|実施し|拡大し|強化し|課し|発動し)(?:てい)?[るた]|を(?:敷く|課す|(?:導入|実施|拡大|強化|発動)する)|(?:し(?:てい)?た|する|している))$/,
  /^[을를] (?:강화|도입|시행|발표|확대|부과|발동)(?:한|하는|해 온) $|^(?:한|하는) $/,
  /^ (?:लगाने|लगा चुके|कसने|थोपने|लागू करने)(?: वाल[ेीा])? $/,
);
const IS_WHOSE: [between: RegExp, behind: RegExp][] = [
  [
    /^(?:措置|制度)?は$/,
    /^(?:政府|当局)?(?:が(?:自ら|独自に|単独で)?(?:決め|導入し|発動し|始め|課し|打ち出し)|(?:自身|独自)?の(?:独自の)?(?:決定|判断|もの|措置))/,
  ],
  [
    /^(?:(?:措置)?を(?:最?初に|先に)?(?:決め|導入し|始め|発動し|課し|強化し|敷い|打ち出し|言い出し)た)?のは(?:[^。]{1,12}で(?:は|も)?なく)?$/,
    /^(?:政府|政権|側)?(?:だ|である|です|だった|と)/,
  ],
  [
    /^(?:조치)?[을를]? ?(?:한|했던|막은|조인|시작한|도입한|시행한|결정한)? (?:것|건|쪽|주체|나라|곳|장본인|당사자)[은는] $/,
    /^(?: (?:정부|당국|행정부))?(?:이[고며지다었]|였|다|라)/,
  ],
  [/^[은는] $/, /^(?: (?:정부|당국))?(?:의 (?:독자|자체|고유)|[이가] (?:독자|스스로|자체))/],
  [/^(?: उनके (?:मुताबिक|अनुसार))? $/, /^ (?:सरकार )?(?:का|की) (?:अपन[ाी]|ख़?ुद का) (?:फ़?ैसला|निर्णय)/],
  [/^ (?:ने|से) [^।]{0,36}, (?:वह|वे|वो) $/, /^ (?:का|के|की) (?:थ[ाेी]|है|हैं)/],
  [/^(?:措施)?(?:也|就|只)?是$/, /^(?:政府)?(?:自己的?|[单單]方面?的?|的)(?:[决決]定|主[张張]|[规規][定矩])/],
];

/** Arabic: behind a name inside of the mention, whose exports it limits: "تقييد الصين صادراتها". */
const ITS_EXPORTS = /^ (?:على |ل)?(?:صادرات|تصدير)ه/;

/** Languages in which what owns a noun stands ahead of it: a name next behind is the next word. */
const HEAD_LAST = /^[\u0900-\u097f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;

/** Between a mention and one behind it who acts with it, or answers with it: "con la que China contestó". */
const WITH_WHICH =
  /^,? (?:con|com|avec|par|por|per|mit|с) (?:l[aeo]s? |el |os? |as? )?(?:que|qua[li]\S+|cual\S*|lesquel\S*|laquelle|de[nr]|dem|denen|cui|котор\S*)(?: \S+)? ?$/;

/**
 * Between a mention and one behind it who is a subject, and from that one on what it did: "die … hat allein Washington verfasst", "vom
 * April, die das Weiße Haus … zustellen ließ", "de IA que o governo Biden desenhou", "… Китай наложил".
 */
const DONE_BY: [gap: RegExp, deed: RegExp][] = [
  [
    /^ (?:of|on|over|to|for|against) (?:[\w’'-]+ ){1,6}?(?<!\b(?:in|to|into|for|with|from|at|by) )(?:(?:that|which) )?(?:the )?$/,
    /^\S+(?: [\w-]+){0,3}? (?:announc|impos|introduc|adopt|unveil|slapp|enact|tighten|decre|brought in|put in|laid down|drew up|draft)/,
  ],
  [
    /^[^.;:]{0,60} (?:hat|haben|hatten?)(?: \S+)? $/,
    /^\S+(?: [^\s,]+){0,3} (?:verfasst|verhängt|erlassen|beschlossen|eingeführt|verschärft|(?:unter|ge)schrieben|unterzeichnet|angeordnet|verfügt)/,
  ],
  [
    /^ (?:vom|von|im|aus|für|auf) [^.;:,]{1,30}, d(?:ie|er|as|en)(?: d\S\S)? $/,
    /^[^.;:,]{1,70} (?:ließ|verhäng|erlass|erließ|beschl[io]ss|eingeführt|einführ|verschärf|angekündigt|verfüg|zugestellt)/,
  ],
  [
    /^ (?:d[aeio]s?|del\S*|d['’]|sur|su\S*|sobre|aux?|à|pour|para|per)(?: |(?<=['’]))[^.;:,]{1,30},? (?:que |qu['’]|che )(?:\S+ ){0,2}(?:l['’])?$/,
    /^\S+(?: [^\s,.]+){0,3}? (?:imp[oôu]|desenh|diseñ|dessin|con[çc]|firm|ad[ao]tt?|d[eé]cr[eé]t|d[eé]ci[ds]|ann?[ou]n[cz]|introdu|instaur|promulg|aprob|approv|sign|r[eé]d[ia][gc]|[eé]labor|cri[oa]|cré)/,
  ],
  [
    /^[^.;:,]{0,40} $/,
    /^\S+ (?:(?:же|уже|снова|сам\S*|тогда) )?(?:налож|введ|вв[её]л|установ|объяв|приня|подпис|ужесточ|продл|утверд)/,
  ],
];

/** Ends before the adjective of goods, German: "die Ausfuhr amerikanischer KI-Chips". */
const IS_SENT = /(?:Aus[fF]uhr|[Ee]xport|Lieferung|Verkauf) $/;
const IS_OF = /scher$/;

/** Between a mention and a name behind it: what that one made is something else ("not a copy of what Washington drafted"). */
const CONTRASTS = /\b(?:not|unlike|pas|não|non)\s|\sне\s/;

/** The same of a name that begins at `first`, behind the mention: in its noun phrase, its agent, or the subject of its relative clause. */
export function ownsBehind(
  text: string,
  end: number,
  [first, last]: [number, number],
  isTarget: boolean,
): boolean {
  const gap = text.slice(end, first);
  const rest = text.slice(last, last + 24);
  const isRelative = gap === '' ? /[るた]/.test(text[end - 1] ?? '') : ENDS_RELATIVE.test(gap);
  if (isRelative || IS_WHOSE.some(([between, behind]) => between.test(gap) && behind.test(rest))) return true;
  if (WITH_WHICH.test(gap) || (first < end && ITS_EXPORTS.test(rest))) return true;
  if (isTarget) return IMPOSED_BY.test(gap) || OWNS.test(gap);
  if (ITS_GOODS.test(gap) && MADE_IT.test(text.slice(first, first + 40))) return true;
  const isDone = DONE_BY.some(
    ([ahead, deed]) => ahead.test(gap) && deed.test(text.slice(first, first + 110)),
  );
  if (gap === ' ' && IS_SENT.test(text.slice(first - 13, first)) && IS_OF.test(text.slice(first, last)))
    return false;
  const isNextWord = first >= end && gap !== '的' && HEAD_LAST.test(text.slice(first, last));
  return (
    (gap[0] !== '.' && !isNextWord && ADJOINS.test(gap)) ||
    ((isDone || MADE_BY.test(gap)) && !CONTRASTS.test(gap))
  );
}
