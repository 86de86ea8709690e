/** The grammar of how names act beside one another, in the languages of the packs: who answers, and who acts together. */
import { anyOf } from './any-of';
import type { Span } from './decide-regime';

/** Ends a name that is a subject, and so not the first of a list. */
const SUBJECT_MARK = /[はが은는이가]/;
/** Behind its name, Chinese: what the one before has done with it, however both are joined. */
const CONFERRED_WITH = /^[^，。、与與和同跟]{0,2}(?:协[调商]|協[調商]|磋商|[沟溝]通)/;
/** Ends before its name, an agent. */
const AGENT =
  /\b(?:by(?: the)?|par(?: la| le| les)?|por(?: los)?|pel[ao]s?|dal?(?:la|gli)?) $|[нт]ы[а-я]{1,2} $/;
/** Between a name and an answer, where the answer is somebody else's: another sentence, another subject, "の反発", "、中国は反発", "引发中方不满". */
const ANSWERED_BY_OTHER = anyOf(
  /^(?:の|의)|[.;:]\s|[。；：　]|，(?![并並也对對]|表示|[强強]烈|[坚堅]|[称稱])|の$/,
  /(?:引[发發起]|招[致来來]|激起|惹[来來]|令|遭到?|受到)[^，。]{0,6}$/,
  /、(?:中国|米国|日本|韓国|北京|ロシア|オランダ|同国|業界)[^、はがも]{0,6}[はがも][^、と]{0,8}$/,
  / (?:중국|미국|일본|한국|러시아|네덜란드|베이징|업계)(?: ?(?:정부|당국|상무부|외교부|측))?[은는이가도] (?:\S{1,4} )?$/,
);
/**
 * What makes of one who answered one who acts: "answered within a day with"; or it is done to him: "urged by"; or the
 * worry is anybody's: "수출 제한 강화 우려로".
 */
const ANSWERS_WITH =
  /^..(?: (?:on )?by |[^,.;:]{0,25}(?: (?:with|mit|avec|con|com) |: ))|^ed in [A-Z]|^on this |^우려(?:로|에|가|도| (?:완화|고조|확산|해소|속|탓))|^懸念(?:から|が|で|も)/;
/**
 * What joins two who impose together: a conjunction, perhaps an article or another short word; in a list (1: nothing but
 * a comma) the last two tell.
 */
const JOINS =
  /^(?:['’]s(?= (?:and|or) ))?\.?\s*(?:,?\s?(?:and|or|und|oder|et|ou|или|और|तथा|[yeoи&、・·ㆍ/与與和及跟とや과와و]|이?나(?= )|alongside|as well as|sowie|ebenso wie|ainsi que|as[ií] como|assim como|bem como|nonché|إلى جانب)\s?|(,)\s)(?:\b[a-z]{1,3}['’]?\s?){0,2}(?:(?:homologue|homólogo|omologo|colega|نظيره) )?$/i;

/** Japanese: a name that begins a headline, and one behind it, which is a target or an owner: "米、中国への輸出規制を強化". */
const BEGINS_HEADLINE = /(?:^|[\s【「])[^\s、。]{1,8}$/;
const AIMED_AT = /^、(?:[^、。はが]{1,6}?(?:への|向け|に対|企業|から)|米の)/;

/** Whether a verb or noun of answering is that of a name ahead of it, which is no agent, nor acts by it, either. */
export function isAnswer(text: string, [start, end]: Span, [first, last]: Span): boolean {
  return (
    !AGENT.test(text.slice(Math.max(start - 40, 0), start)) &&
    !ANSWERED_BY_OTHER.test(text.slice(end, first)) &&
    !ANSWERS_WITH.test(text.slice(last - 2, last + 40))
  );
}

/** Whether the one before a name has conferred with it. */
export function isConferredWith(text: string, end: number): boolean {
  return CONFERRED_WITH.test(text.slice(end, end + 8));
}

/** Follows a name: it does not impose alone. */
const WITH_ALLIES =
  /^,? (?:and|with|und|et|y|e|и) (?:\S+ ){1,2}(?:alli|partners|Verbündet|aliad|союзник)|^[及和与與]其?盟|^と同盟|^(?:, (?:the )?[A-Z][a-z]+){0,3},? (?:and|or) (?:(?:their|its|our) own\b|others\b|the rest\b)/;

/** Whether a name imposes together with others who are not named. */
export function isWithAllies(text: string, end: number): boolean {
  return WITH_ALLIES.test(text.slice(end, end + 40));
}

/** How a name goes on to the next: "A and B" (`both`), "A, B" (`list`: if the rest is one), or not at all. */
export function joinOf(text: string, end: number, [next, last]: Span): 'both' | 'list' | null {
  if (SUBJECT_MARK.test(text[end - 1] ?? '') || isConferredWith(text, last)) return null;
  if (AIMED_AT.test(text.slice(end, last + 3)) && BEGINS_HEADLINE.test(text.slice(Math.max(end - 9, 0), end)))
    return null;
  const join = JOINS.exec(text.slice(end, next));
  if (!join) return null;
  return join[1] && !/[가-힣]/.test(text[end - 1] ?? '') ? 'list' : 'both';
}

/** Whether two names with nothing but a comma between begin a headline, and a verb follows: "US, China near deal". */
export function isHeadline(text: string, first: number, last: number): boolean {
  return (
    /(?:^|[|:])\s*$/.test(text.slice(Math.max(first - 4, 0), first)) &&
    /^ [a-z]/.test(text.slice(last, last + 2))
  );
}
