/** The grammar of where somebody speaks, meets others or goes, in the languages of the packs: a capital acts in none of these. */
import { anyOf } from './any-of';

/** Before or behind its name, a place where somebody speaks or meets others, or where he goes. */
const SPEAKS_AT = anyOf(
  /(?:[Ii]nterna[ctz]\w*|[Мм]еждународн\S+|الدولية)[^.;:]{0,30} (?:in|at|en|em|a|à|de|в|في)(?: the)? $/,
  /\b(?:news|headlines|alarm|anger|anxiety|applause|cheers?|dismay|fury|outrage|panic|relief|unease|worry|worries|jitters|protests?) (?:in|across) $/,
  /\b(?:told|said|sp[eo]ak\w*|spoke|talk\w*|met|meeting|gather\w*|assembl\w*|conven\w*|discuss\w*|reporters|journalists|audience|conference|interview|visit\w*|forum|panel)(?: [\w-]+){0,2} (?:in|at) $/,
  /(?:sprach\w*|sagte\w*|erörter\w*|traf\w*|versammel\w*|Journalist\w*|Reporter\w*|Gespräch\w*|Besuch|Konferenz|Forum)(?: \S+){0,2} in $/,
  /(?:parl|discut|réuni|rencontr|évoqu|journalistes|visite|conférence|colloque|forum|déplacement|entretien)\S*(?: \S+){0,2} à $/,
  /(?:habl|fal|parl|discut|reun|encontr|incontr|periodistas|jornalistas|giornalisti|visita|conferen|foro|fórum|forum|entrevist)\S*(?: \S+){0,2} (?:en|em|a) $/,
  /(?:говор|обсу[дж]|рассказ|встре[тч]|собра[вл]|журналист|визит|переговор|форум|конференц)\S*(?: \S+){0,2} в $/,
  /(?:ناقش|تحدث|التقى|اجتمع|بحث|أبلغ|صحفي|الصحفي|زيار|مؤتمر|منتدى)\S*(?: \S+){0,4} في $/,
);
/** Ends before its name: who acts there. */
const OFFICIALS_IN =
  /(?:officials|lawmakers|(?:policy|rule)makers|politicians|regulators|ministers?|governments?|administration|authorities|leaders|those|Beamte\S*|Regierung|Politiker\S*|ministerium|responsables|autorités|dirigeants|élus|autoridades|gob?[ie]erno|funcionarios|autorità|funzionari|власт\S*|чиновник\S*|политик\S*|مسؤول\S*|المسؤول\S*) (?:in|à|en|em|a|в|في) $/;
const SPEAKS_IN = anyOf(
  /^で[^。]{0,30}(?:会談|協議|記者|述べ|語[っり]|話し|会見|講演)/,
  /^에서 [^.]{0,30}(?:회담|만나|논의|말했|밝혔|기자|강연|연설)/,
  /^ में [^।]{0,40}(?:चर्चा|बात|मुलाकात|कहा|बताया|मिले|सम्मेलन)/,
);
const TRAVELS_TO = anyOf(
  /\b(?:fl[ei]\w+|flown|travel\w*|went|goes|go|trip|sent|dispatched|hurried|rushed)(?: \w+)? to $/,
  /(?:flog|fliegt|reis\w+|fuhr|geht|ging)(?: \S+){0,2} nach $/,
  /(?:rendu|envolé|rend|envole|déplac)\S* (?:à|en|aux?) $/,
  /(?:viaj|acudi|desplaz|vol[aoò]|recat|andat|foi|fue)\S* (?:a|até) $/,
  /(?:летел|лета|ехал|ездил|отправ|прибы)\S* в $/,
  /(?:سافر|توجه|وصل)\S*(?: \S+){0,3} إلى $/,
  /(?:赴|[飞飛]往|前往|抵[达達]|[访訪][问問]?)$/,
);
const TRAVELLED_TO = anyOf(
  /^(?:を訪|[にへ](?:飛|赴|向か))/,
  /^(?:을|를) (?:찾|방문)|^으?로 (?:날아|향)/,
  /^ (?:पहुँच|पहुंच|गए|रवाना)/,
);
/** Behind its name, where others meet. */
const MEETS =
  /^ (?:trip|visit|summit|talks|यात्रा|दौर)|^-?(?:Reise|Besuch|Gipfel)|^(?:之行|会谈|會談|峰会|峰會|訪問)|^ 방문/;
/** Before and behind its name: where something happens. */
const WHERE = /(?:^|[^\p{L}])(?:in|at|à|en|em|a|в|في|在)(?: the| den| der)? $/iu;
const IS_WHERE = /^(?:で|에서| में)/;

/** Whether a place is where those are who act for it. */
export function isOfficialIn(text: string, start: number): boolean {
  return OFFICIALS_IN.test(text.slice(Math.max(start - 60, 0), start));
}

/** Whether a name is a place where somebody speaks or meets others, or where he goes. */
export function isPlace(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start - 60, 0), start);
  const behind = text.slice(end, end + 60);
  return (
    (SPEAKS_AT.test(before) && !OFFICIALS_IN.test(before)) ||
    SPEAKS_IN.test(behind) ||
    MEETS.test(behind) ||
    TRAVELS_TO.test(before) ||
    TRAVELLED_TO.test(behind)
  );
}

/** Whether a name says where something happens. */
export function isWhere(text: string, start: number, end: number): boolean {
  return WHERE.test(text.slice(Math.max(start - 9, 0), start)) || IS_WHERE.test(text.slice(end, end + 4));
}
