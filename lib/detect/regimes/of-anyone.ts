/** Where a mention is told to be no one country's: anyone's, that of several, or of a time before all that the cards tell. */
import { anyOf } from './any-of';

/** Ends before a mention: it is that of two. */
const OF_TWO = /\b(?:both|the two)(?: sets of)? $/i;

/** Ends before a mention: it is anyone's. */
const OF_ALL =
  /(?:\b(?:every|each|any|another|no(?: single)?) (?:country|nation|government)['’]s|\b(?:all|other|many|most|various|foreign) (?:countries|nations|governments)['’]|\bmultilateral[a-z]*|\bmultilatérau?x?|многосторонн\S+|多[边邊]的?|各[国國方]的?|他[国國]的?|[别別]国的?|各国(?:政府)?の|諸外国の|他国の|각국의?|다른 나라의?|双方の|両側の|양[측쪽]의|सभी देशों के)(?: \S+)? ?$/i;

/** The same in English: whoever limits, other governments may, a treaty forbids to, somebody asks for, writes about. */
const OF_ANYONE = anyOf(
  /\b(?:any|every|some|no)(?:one|body)(?: else)?['’]s(?: [\w-]+)? $|\b(?:other|one another|each other)(?: people| powers| state)?['’]s?(?: [\w-]+)? $/i,
  /\b(?:(?:[Ww]ho|[Ww]hat|[Ww]hich)(?:so)?ever(?: (?:country|government|state))?|[Ww]hosever|[Aa]ny(?:one|body|(?: country| government| state)) (?:who|that|which)|(?:those|countries|governments|states|nations) (?:who|that|which))(?: (?!the |these |its )[a-z]+){0,2} $/,
  /\b(?:which|what|whose) (?:country|government|state|nation|side|ministry|authority)['’]s(?: [\w-]+)? $/i,
  /\b(?:other|more|further|third|few|several|foreign) (?:governments|countries|states|nations|capitals|powers)(?: \w+){0,2} (?:adopt|impos|introduc|writ|enact|issu|set|follow)\w*(?: (?:with|similar|new|such|like|their own))* $/i,
  /\b(?:GATT|WTO(?: rules| law)?|world trade rules|trade law|international law|Article [XVI\d]+(?: of the GATT)?) (?:\w+ )?(?:outlaw|bans?|forbid|prohibit|allow|permit|discourage|rules? out|tolerate|condemn)s?(?: [\w-]+)? $/,
  /\b(?:chief executive|CEO|boss|chairman|executives?|economists?|industry|lobby|analysts?)\b[^.;:“”"]{0,50} call(?:s|ed|ing) for (?:[a-z]+ )?$/,
  /\b(?:(?:cover|reported on|teach|taught|stud(?:y|i)|lectur\w+ on|speciali[sz]\w+ in|wrote (?:about|a book on)|writes about|(?:books?|papers?|essays?|primer|workshop|chapter|conference|panel|thesis|seminar|course|lectures?|expert|handbook|podcast|newsletter) (?:on|in|about))(?:s|es|ed|ing)?)(?: (?!the |our |their |its |th[eo]se |his )[a-z]+)? $/,
  /\bask(?:s|ed|ing)?\b(?:(?! (?:Congress|Parliament|lawmakers))[^.;:“”"]){0,50} for (?:[a-z]+ )?$/,
);

/** Begins its sentence: none of those named before is meant, but each of them. */
const OF_EACH =
  /^[“"‘'(]*(?:So |But |And |Yet |Today |By now,? )?(?:[Ee]ach|[Bb]oth|[Nn]either|[Ee]ither)(?: (?:country|side|government|capital|party|power|of them|of the two)s?)? (?:ha[sd]|have|is|are|was|were|did|does|do|will|would|can|could|may|now|then|also|uses?|knows?|says?|hold|learn|show)/;

/** Whether its sentence up to a mention is told of each of several. */
export function isOfEach(before: string): boolean {
  return OF_EACH.test(before);
}

/** A year in which nobody limited what the cards are about. */
const LONG_AGO =
  /\b(?:in|since|of|from|until|by|to|after|before|during|between) (?:1[5-8]\d\d|19[0-6]\d)\b/gi;
const YEAR = /\b(?:1[5-9]|20)\d\d\b/g;

/** Those who limited what went to the East, as long as that was. */
const OF_COLD_WAR = /\bco-?com\b|ココム|巴[统統]|코콤/i;

/** Whether a sentence tells of the limits of the cold war. */
export function isOfColdWar(sentence: string): boolean {
  return OF_COLD_WAR.test(sentence);
}

/** Whether the last year that a block names up to the end of a mention's sentence is one of long ago. */
export function isLongAgo(before: string): boolean {
  const last = before.match(LONG_AGO)?.at(-1)?.slice(-4);
  return last !== undefined && last === before.match(YEAR)?.at(-1);
}

/** Stands behind it: it is several countries', or anyone's. */
const OF_ALL_BEHIND = anyOf(
  /^ من (?:الجانبين|الطرفين|البلدين|كلا )|^،? (?:أيا كانت? (?:ال\S+ )?|مهما كانت? )(?:الدولة|الجهة|اليد|مصدر)|^ (?:चाहे )?कोई भी (?:देश|सरकार)|^,? (?:как(?:ая|ое) бы (?:страна|государство)|кто бы|чей бы|чьи бы)/,
  /^(?: \w+)? (?:of|by|in|from|across) (?:(?:all|other|many|most|various|foreign|several|different|some|both|allied|multiple) \w+|(?:both|the two)\b)/,
  /^,? by (?:whom(?:so)?ever|who(?:so)?ever|any(?:one|body)|any (?:country|government|side)|others|somebody|someone)\b|^ (?:that|which) (?:exist|might|may) ?[,.;)]|^ (?:that|which) (?:had |has |have )?(?:provok|prompt|trigger|caus)\w* (?:them|it|these|those)\b|^ (?:is|are|was|were) (?:what|how|where) (?:[a-z]+ )?(?:governments|countries|states|nations|politicians|ministers)\b|^ at home\b|^ elsewhere\b|^ (?:of|from) (?:whatever|whichever|any) (?:kind|country|origin|side|quarter|capital)/,
);

/** Whether a mention is told to be that of any country. */
export function isOfAll(text: string, start: number, end: number): boolean {
  return (
    OF_ALL.test(text.slice(Math.max(start - 40, 0), start)) ||
    OF_ANYONE.test(text.slice(Math.max(start - 90, 0), start)) ||
    OF_ALL_BEHIND.test(text.slice(end, end + 40)) ||
    (OF_TWO.test(text.slice(Math.max(start - 20, 0), start)) && !/^ and /.test(text.slice(end, end + 5)))
  );
}
