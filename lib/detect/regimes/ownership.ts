/**
 * The grammar of whose limit a mention is, in the languages of the packs: what stands between it and a name ahead of it or behind
 * it.
 */
import { anyOf } from './any-of';

/** Russian: what was made by the name behind it, in the instrumental. */
export const RU_MADE =
  '(?:введ|налож|установ|прин|объявл|ужесточ|расшир|продл|утвержд|подпис|придум|разработ)[а-яё]*[нт][а-яё]*';

/**
 * What stands between one who imposes and the mention that is theirs: nothing, a possessive with one word more, "-led",
 * "der".
 */
const ADJOINS =
  /^\.?(['’]s?( [\w-]+)?|-[a-z]+|[の的의]| d\w+|的?[新最近现現行这這一二三四五六几幾多][轮輪波项項批次系列新一]{0,4}的?)?[\s-]*$/;
/**
 * A possessive, perhaps with one word more, or a Chinese verb that says what was done: also behind a preposition it makes its
 * owner the one who imposes.
 */
const OWNS = anyOf(
  /^['’]s?( [\w-]+)?\s*$/,
  /^[以用借自于於][^，。、；]{1,14}的[^，。、；]{0,4}$/,
  /^[刚剛近日新最再度次一单單方面不断斷持续續进進步]{0,4}(?:生效|实施|實施|宣布|写|寫|制定|起草|[拟擬]定|加[强強码碼]|收[紧緊]|[扩擴]大|升[级級]|出台|祭出|推出|[发發]布|施加|[颁頒]布|追加|新增|[强強]化|[滥濫]用|恢[复復]|延[长長])\S{0,8}$/,
);
/**
 * What stands between a mention and one behind it who makes it: "imposed by the", "that", ", die", ", которые ввёл",
 * "التي فرضتها". Before an agent its goods may stand.
 */
const MADE_BY = anyOf(
  /^[^.;:]{0,60}(?:\w(?:ed|en|t|id|wn) by|(?:writ|draft|decid|decre|announc|unveil|impos|adopt|enact|issu|craft|devis|conceiv|proclaim|tighten|drawn up|set|force|effect)(?:ten|e?d)? in)(?: \S+)? ?$/,
  /^ (?:from|out of|at the hands of|on the part of)(?: the)? $/,
  /^[^.;:]{0,60}[dtsé](?:e?s?|[oaie]s?) (?:par|por|pel[ao]s?)(?: \S+)? ?$/,
  /^[^.;:]{0,60}[ts][oaie] da(?:l\S*|i|gli)?(?: \S+)? ?$/,
  /^[^.;:,]{0,30}(?:inherited from|geerbt von|hérité\S* d|herdad\S+ d|heredad\S+ d|ereditat\S+ da)\S*(?: \S+)? ?$/,
  /^[^.;:]{0,60}(?:[ée]crit|scri[tv]|d[ée]ci[ds]|rédig|redact|ann?[ou]nc)\S* (?:à|en|em|a)(?: \S+)? ?$/,
  new RegExp(`^[^.;:]{0,60}${RU_MADE}(?: \\S+)? ?$`),
  /^ (?:von|vom|durch|seitens|aus)(?: \S+)? ?$/,
  /^[^.;:,]{0,40} (?:de la part de|ven[ui]\S* d\S*|por parte d\S+|da parte d\S+|procedentes d\S+|со стороны)(?: \S+)? ?$/,
  /^(?:[^.;:،]{0,40} من (?:قبل|جانب|طرف)| من) $/,
  /^ की (?:ओर|तरफ) से $/,
  /^,? (?:that|which|die|qu|che|котор|الت|الذي|الذ|اللذ)\S*(?: \S+)? ?$/,
  /^ ?,? ?(?:जो|जिस|जिन)\S* $/,
);
/**
 * What stands between a mention and one behind it who made it, where a cleft sentence says so ("…を始めたのは中国である"), or where
 * the mention is told of it ahead ("輸出規制を続ける中国"). Not one who suffers it.
 */
const CLEFT = anyOf(
  /^を(?![^、。]*(?:受け|嫌|批判|懸念|恐れ|訴え|求め|避け|逃れ|免れ|迫))(?:[^、。]{1,24}(?:の|こと)[はが]、?[^。、]{0,24}|[^、。]{1,12}[るたうす])$/,
  /^[을를] (?![^.,]*(?:받|당하|겪|우려|비판|피하|요구))(?:[^.,]{1,20}(?:것|쪽|나라)[은이] [^.,]{0,16}|[^.,]{1,14}[는한온] )$/,
  /^[^。，]{0,6}(?:[实實]施|宣布|推出|祭出|加[码碼]|收[紧緊]|[发發]起|[动動]用|[采採]取|制定|出台)[^。，]{0,4}的(?:正|恰恰)?是$/,
  /^ (?:लगा|थोप|कड़|बढ़ा)\S*(?: \S+)? वाल[ेाी] $/,
);
/** What others do to a mention: "criticised by", "hit by". */
const SUFFERED_BY =
  /criti|cond[ea]m|d[eé]n[ou]n|oppos|hail|welcom|evad|skirt|circumv|bypass|fear|\bhit\b|hurt|slam|decri|protest|resist|re[jc]e[ct]|rechaz|respin|rejeit|challeng|contest|sought|wanted|demand|urged|request|lobbied|called|exig|elud|aggir|contou?rn|kritisier|verurteil|gefordert|verlangt|осужд|критик|отверг/i;
/** Before and behind its name, one who is thanked or blamed for a mention that is theirs. */
const BLAMED =
  /(?:press|grill|quizz|confront|criti[cq]|blam|thank|prais|attack|slam|condem?n|challeng|fault|dankt|kritisier|agrade|ringrazi|remerci|elogi)\S*(?: (?:at|the|aux?|à|al?|l[ae]s?|den))* (?:l['’])?$/i;
const BLAMED_FOR = /^ (?:for|over|about|für|wegen|pour|por|per)(?: \S+){0,2} ?$/;
/**
 * "To US chip curbs": what qualifies a mention owns it, behind any preposition; a noun does not ("tough on China export
 * controls").
 */
const QUALIFIES = /(?:^u\.?s\.?|ican|[ie]an|ese|utch)$/i;
const OF_KIND = /^ (?:(?:AI|chip|tech|technology|semiconductor|new|latest|tighter|stricter|export) ){0,2}$/i;
/** Arabic: what owns a noun stands behind it; a name ahead is the subject. */
const STANDS_BEHIND = /^ ?[؀-ۿ]/;
/** Before and behind a mention: it is that of a country named before. */
const THAT_COUNTRY =
  /(?:\b(?:the|that) country['’]s(?: [\w-]+){0,2} |[该該同][国國](?:政府)?(?:の|による|的|[对對実實][^，。、]{0,8})?[^，。、]{0,4})$/;
const OF_COUNTRY =
  /^ (?:of (?:the|that) country|de[sr] Landes|du pays|del pa[ií]s|do país|del [Pp]aese|страны)/;

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
  return (
    ((OWNS.test(gap) || (!isTarget && ADJOINS.test(gap))) &&
      !STANDS_BEHIND.test(gap + text.slice(first, last))) ||
    (QUALIFIES.test(text.slice(first, last)) && OF_KIND.test(gap)) ||
    (BLAMED_FOR.test(gap) && BLAMED.test(text.slice(Math.max(first - 24, 0), first)))
  );
}

/** The same of a name behind the mention: in its noun phrase, its agent, or the subject of its relative clause. */
export function ownsBehind(gap: string, isTarget: boolean): boolean {
  if (CLEFT.test(gap)) return true;
  return isTarget ? OWNS.test(gap) : ADJOINS.test(gap) || (MADE_BY.test(gap) && !SUFFERED_BY.test(gap));
}

/** Before and behind a mention: it is anyone's. */
const OF_ALL = anyOf(
  /(?:\b(?:every|each|any|another|no(?: single)?) (?:country|nation|government)['’]s|\b(?:all|other|many|most|various|foreign) (?:countries|nations|governments)['’]|\b[Mm]ultilateral[a-z]*|\b[Mm]ultilatérau?x?|[Мм]ногосторонн\S+|多[边邊]的?|各[国國方]的?|他[国國]的?|[别別]国的?|各国(?:政府)?の|諸外国の|他国の|각국의?|다른 나라의?|सभी देशों के)(?: \S+)? ?$/,
);
const OF_ALL_BEHIND =
  /^ (?:of|by) (?:all|any|every|other|many|various|foreign) (?:countr|nation|government)|^ (?:aller|anderer|vieler|fremder) (?:Länder|Staaten)|^ (?:de tous les|de chaque|d['’]autres|de todos los|de otros|de todos os|de outros|di tutti i|di altri) (?:pays|países|paesi)|^ (?:всех|других|разных) стран|^ (?:في )?(?:كل|جميع) الدول/;

/** Whether a mention is told to be that of any country. */
export function isOfAll(text: string, start: number, end: number): boolean {
  return (
    OF_ALL.test(text.slice(Math.max(start - 40, 0), start)) || OF_ALL_BEHIND.test(text.slice(end, end + 30))
  );
}

/** Whether a mention is told to be that of the country named last. */
export function isOfThatCountry(text: string, start: number, end: number): boolean {
  return (
    THAT_COUNTRY.test(text.slice(Math.max(start - 30, 0), start)) ||
    OF_COUNTRY.test(text.slice(end, end + 24))
  );
}

/** Ends before a mention: a possessive, which stands for who acts. */
const POSSESSIVE = anyOf(
  /\b(?:its|their|his|her)(?: own)?(?: [\w-]+){0,2} $/,
  /\b(?:ihre[nrms]?|seine[nrms]?)(?: \S+)? $/,
  /(?:^|\s)(?:ses|son|sa|leurs?|sus?|seus?|suas?|suo|sua|suoi|sue)(?: \S+)? $/,
  /(?:^|\s)(?:сво(?:и[хм]?|ими|его|ему|ей|ю|й)|собственн\S+)(?: \S+)? $/,
  /(?:自国|自ら)の[^、。はがをに]{0,4}$/,
  /자국(?:의|산)? ?\S* ?$/,
  /(?:其|本[国國]|自[己身]的?)[^，。、]{0,3}$/,
  / (?:अपन[ेीा]|उस(?:के|की)|उन(?:के|की))(?: \S+)? $/,
);

/** Whether a mention is told to be that of who acts, by a possessive: "so that America need not extend its". */
export function isItsOwn(text: string, start: number): boolean {
  return POSSESSIVE.test(text.slice(Math.max(start - 40, 0), start));
}
