/**
 * The grammar of who only stands by, in the languages of the packs: who presses others to impose, is consulted, or is
 * copied. What is imposed is the subject's.
 */
import { anyOf } from './any-of';
import { isOfPrivateParty } from './private-parties';
import { isConferredWith } from './who-acts';

/** Before and behind its name: what makes it a bystander's, such as "at the request of the", "’s pressure". */
const BESIDE = anyOf(
  /\b(?:(?:request|urging|pressure|behest|insistence)(?: of| from)?|(?:urged|urged on|pressed|prodded) by|(?:consult|inform|match|copy)(?:s|ed|ing)?(?: n?either(?: \S+ n?or)?)?|coordinat\w+ with|unlike|not)(?: the)? $/i,
  /(?:pression|presión|pressione|pressão|pouss|instad|incalz|presionad|pressionad|spint)\S* (?:de|d[aei]\S{0,3}|par|por|pel[oa]s?)(?: l\S{1,2})? (?:l['’])?$/i,
  /(?:consult|coord[ie]n|préven)\S*(?: n[ieé]m?)?(?: (?:à|a[luo]?x?|con?|com|avec))?(?: l\S{1,2})? (?:l['’])?$/,
  /(?:Druck|Drängen|Wunsch|[Aa]nders als|nicht)(?: von| d\S\S)? $/,
  /(?:просьбе|давлением|требованию|настоянию|(?:советова|консульт)\S* с) $/,
  /(?:ضغط|ضغوط|طلب|تستشر|استشارة)(?: من)?(?: \S+)? $/,
  /(?:比照|[仿参參]照|仿效|(?<!回)[应應]|[会會][见見晤])$/,
);
const IS_BESIDE = anyOf(
  /^(?:['’]s?)? (?:\w+ )?(?:request|urging|pressure|behest|insistence|to (?:talk|speak|copy|match|join)|(?:was|were) (?:not )?(?:consulted|informed|told|warned))/,
  /^ (?:gedrängt|gebeten|nicht gefragt|давлени)/,
  /^(?:の|に|と)?(?:要請|圧力|求め|言われ|促され|協議|相談)/,
  /^(?:의|와|과)? (?:\S+ )?(?:요구|압박|요청|압력|협의)|^에게 [^.]{0,50}(?:말했|전했)/,
  /^ قبل (?!عام|شهر|سن|يوم|أيام|أ[سش]|ساع|\d)/,
  /^的?(?:压力|壓力|施[压壓]|敦促|要求)/,
  /^ (?:क[ेी]|से) (?:दबाव|आग्रह|अनुरोध|मांग|पूछे|सलाह)/,
);

/** Whether a name in the text is that of one who only stands by, or of a country's firms and people. */
export function isBystander(text: string, start: number, end: number): boolean {
  return (
    BESIDE.test(text.slice(Math.max(start - 40, 0), start)) ||
    IS_BESIDE.test(text.slice(end, end + 40)) ||
    isConferredWith(text, end) ||
    isOfPrivateParty(text, start, end)
  );
}
