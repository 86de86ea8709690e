/** The grammar of how names act beside one another, in the languages of the packs: agents, answers, and who acts together. */
import { anyOf } from './any-of';
import { RU_MADE } from './ownership';

/** Behind its name, what others ask of one whose limits they are. */
const ASKED_TO_EASE =
  /^ (?:not )?to (?:scrap|drop|lift|ease|end|repeal|withdraw|undo|loosen|relax|remove|abandon|reverse|revoke|spare|exempt|soften|delay|postpone|waive|pause|exclude|roll back|rethink)\b/;
/** Behind its name, one who is accused of a mention that is his. */
const ACCUSED = /^ पर [^।]{0,50}आरोप/;
/** Before and behind its name, one who is to say how far his limits go. */
const ASKS = /\b(?:wait\w*|ask\w*|press\w*|urg\w*|call\w*|look\w*)(?: for| on| to)?(?: the)? $/;
const ASKED_TO_SAY =
  /^(?:['’]s [\w ]{0,30}?)? (?:to (?:say|decide|clarify|rule|spell out|explain|grant|issue|approve)|for (?:\w+ )?(?:licen[cs]es?|permits?|exemptions?|relief|clarity|clarification|guidance))\b/;
/** Between two names: what the second has done to the first, told in passing. */
const ASIDE = /^, (?:\S+ )?\S+ (?:by|par|por|da\S*|pel[oa]s?|von)(?: \S+){0,2} ?$/;
/** Behind its name, Chinese: what the one before has done with it, however both are joined. */
const CONFERRED_WITH = /^[^，。、与與和同跟]{0,2}(?:协[调商]|協[調商]|磋商|[沟溝]通)/;
/** Ends a name that is a subject, and so not the first of a list. */
const SUBJECT_MARK = /[はが은는이가]/;
/** Ends before its name, an agent. */
const AGENT = anyOf(
  /\b(?:by(?: the)?|par(?: la| le| les)?|por(?: los)?|pel[ao]s?|dal?(?:la|gli)?) $/,
  new RegExp(`${RU_MADE} $`),
);
/** Between a name and an answer, where the answer is somebody else's: another sentence, another subject, "の反発". */
const ANSWERED_BY_OTHER = /[.;:]\s|[。；：　]|，(?![并並也对對]|表示|[强強]烈|[坚堅]|[称稱])|の$/;
/** What makes of one who answered one who acts: "answered within a day with"; or it is done to him: "urged by". */
const ANSWERS_WITH = /^..(?: (?:on )?by |[^,.;:]{0,25}(?: (?:with|mit|avec|con|com) |: ))|^ed in [A-Z]/;
/** Behind its name, one of whom something is: it is not who answers at the end of the sentence. */
const IS_OF = /^(?:の|によ|의|क[ाेी])/;
/** Ends before its name, the country that hosts an envoy: the envoy speaks, of its limits. */
const HOST =
  /(?:ambass(?:ad|ci)|emba[ij]|envoy|Botschaft|посол|посл|سفير|سفارة)\S*[^.,;:،]{0,25} (?:in|to|at|à|aux|en|em|a|в|في|لدى) (?:the |den |der |la |l['’])?$|[驻駐주]$/i;
/**
 * What joins two who impose together: a conjunction, perhaps an article or another short word; in a list (1: nothing but
 * a comma) the last two tell.
 */
const JOINS =
  /^\.?\s*(?:,?\s?(?:and|or|und|oder|et|ou|или|और|तथा|[yeoи&、・·ㆍ/与與和及跟と과와و]|(?:together|along|in step|in concert|aligned|zusammen|gemeinsam|de concert|aligné\S*|junto|se aline\S+|alinhad\S+|insieme|allinea\S+|вместе|наряду) (?:with|mit|avec|sur|co[nm]|an?|a[lo]?|со?)|alongside|as well as|sowie|ebenso wie|ainsi que|as[ií] como|assim como|bem como|nonché|إلى جانب)\s?|(,)\s)(?:\b[a-z]{1,3}['’]?\s?)?$/i;

/** Whether one is asked to weaken the mention, or to say how far it goes: it is theirs, whoever asks. */
export function isAskedToEase(text: string, start: number, end: number): boolean {
  return (
    ASKED_TO_EASE.test(text.slice(end, end + 24)) ||
    ACCUSED.test(text.slice(end, end + 60)) ||
    (ASKED_TO_SAY.test(text.slice(end, end + 60)) && ASKS.test(text.slice(Math.max(start - 24, 0), start)))
  );
}

/** Before or behind its name, an official whom another one meets: what they do, both do. */
const COUNTERPART_OF = /(?:homologues?|hom[óo]log[oa]s?|omolog\S+|نظير\S*) $/;
const COUNTERPART =
  /^ (?:counterpart|opposite number|Amtskolleg|коллег|समकक्ष)|^(?:の)?カウンターパート|^ ?카운터파트/;

/** Whether a name is that of the one whom an official of another country meets. */
export function isCounterpart(text: string, start: number, end: number): boolean {
  return (
    COUNTERPART_OF.test(text.slice(Math.max(start - 16, 0), start)) ||
    COUNTERPART.test(text.slice(end, end + 20))
  );
}

/** Ends before its name, one who is quoted. */
const SOURCE =
  /\b(?:according to|selon|según|segundo|secondo|laut|pour|für) (?:the |d\S\S |l[aeo]s? |l['’])?$/i;

/** Whether a name is that of one who is quoted: he speaks of his own. */
export function isSource(text: string, start: number): boolean {
  return SOURCE.test(text.slice(Math.max(start - 24, 0), start));
}

/** Whether a name is an agent or a genitive, to which no verb at the end of the sentence belongs. */
export function isAgent(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start - 40, 0), start);
  return AGENT.test(before) || HOST.test(before) || IS_OF.test(text.slice(end, end + 4));
}

/** Whether a verb or noun of answering is that of a name ahead of it, who does not act by it, either. */
export function isAnswer(text: string, end: number, [first, last]: [number, number]): boolean {
  return (
    !ANSWERED_BY_OTHER.test(text.slice(end, first)) && !ANSWERS_WITH.test(text.slice(last - 2, last + 40))
  );
}

/** Whether a name is told of in passing, as one who did something to the name before: "Tokyo, urged by Washington, …". */
export function isAside(text: string, end: number, next: number): boolean {
  return ASIDE.test(text.slice(end, next));
}

/** Whether the one before a name has conferred with it, however both are joined. */
export function isConferredWith(text: string, end: number): boolean {
  return CONFERRED_WITH.test(text.slice(end, end + 8));
}

/** How a name goes on to the next: "A and B" (`both`), "A, B" (`list`: if the rest is one), or not at all. */
export function joinOf(text: string, end: number, [next, last]: [number, number]): 'both' | 'list' | null {
  if (SUBJECT_MARK.test(text[end - 1] ?? '') || isConferredWith(text, last)) return null;
  const join = JOINS.exec(text.slice(end, next));
  if (!join) return null;
  return join[1] ? 'list' : 'both';
}
