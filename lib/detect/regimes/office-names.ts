/** What offices are called by one word that also means another thing. */
import { anyOf } from './any-of';
import type { Span } from './decide-regime';

/** What an office is called by its field alone; before it, what makes it the field, or another office. */
const FIELD = /^(?:[Cc]ommerce|entity list)$/;
const OF_FIELD =
  /(?:[^A-Z\P{L}]-|\b(?:of|for|in|and|du|de|le|their|its|his)|&|[’']s|\p{Lu}\p{Ll}*(?:ese|ian|ean|tch)) $/u;
/** Houses, courts and parties of a name that many countries have; papers that also report what others do. */
const OF_ANY_COUNTRY = anyOf(
  /^(?:senate|senators?|house of representatives|supreme court|federal (?:court|judge|jury|prosecutors?|indictment)|grand jury|republicans?|democrats?|both parties|bipartisan)$/i,
  /^(?:senatoren|repräsentantenhaus|republikaner|demokraten)$/i,
  /^(?:sénat|sénateurs|républicains|démocrates|chambre des représentants|procureurs? fédér\S+|(?:jury|tribunal|juge) fédéral)$/i,
  /^(?:congreso|congresso|congrès|senadores|cámara de representantes|republicanos|demócratas|(?:juez|tribunal|jurado) federal|fiscal\S* federal\S*|gran jurado)$/i,
  /^(?:democratas|câmara dos representantes|(?:juiz|júri) federal|grande júri|procurador\S* federa\S+|promotores federais)$/i,
  /^(?:senatori|camera dei rappresentanti|repubblicani|(?:giudice|giuria|tribunale) federale|gran giurì|procurator\S+ federal\S+)$/i,
  /^(?:сенатор\S*|сенат\S?|конгресс\S*|республиканц\S*|палат\S представителей|федеральн\S+ прокур\S+|большое жюри)$/i,
  /^(?:الكونغرس|الكونجرس|الجمهوري[وي]ن|هيئة محلفين (?:كبرى|اتحادية))$/i,
  /^(?:[参參][议議][员員院]|[众眾][议議][员員院]|[联聯]邦法院|연방 ?법원|공화당|संघीय अदालत|रिपब्लिकन)$/i,
  /^(?:ministry of commerce|people['’]s daily|xinhua|global times|cctv|volkszeitung|quotidien du peuple|chine nouvelle|di[aá]rio d\S+ p\S+|quotidiano del popolo|жэньминь жибао|синьхуа|صحيفة الشعب|شينخوا|पीपुल्स डेली|शिन्हुआ|人民日[报報]|新[华華]社|[环環]球[时時][报報]|인민일보|신화통신|환구시보)$/i,
);
/** A ministry or law that many countries have, named without its country. */
const ANY_MINISTRY = /^(?:商[务務]部|[经經][济濟]部|出口管制法|ministry of commerce$)/i;

/** Before and behind 美, where it is no country: a firm, or money. */
const ENDS_NAME = /[盛完优優]$/;
const IN_NAME = /^(?:光|元|[团團]|[联聯][储儲]|的集[团團])/;

/** Before a Roman number that is also a name. */
const NUMBERED = /(?:\bart[a-zí]*\.?|chapter|cap[ií]tulo|si[eè]cle|siglo|s[eé]culo|secolo) $/i;

/** One sign that is a country only where it begins a headline, and no list: "米、対中輸出規制を強化", "中, 희토류 수출통제". */
const HEADLINE_SIGN = /^[米中日]$/;
const BEGINS_HEADLINE = /(?:^|[\s【「『〔《〈|])$/;
const BEFORE_DEED: Record<string, RegExp> = {
  米: /^、(?![中日欧英独仏露ロ韓蘭印台加豪][、・の両が])/,
  中: /^, ?[^,·]{0,9}[가-힣]/,
  日: /^, ?[^,·]{0,9}[가-힣]/,
};

/** Whether a word is no name but that of a field, "commerce", where "Commerce" is the department; or of a thing. */
export function isField(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  const before = text.slice(Math.max(start - 16, 0), start);
  // A party's, or one of experts: "al congresso della CDU".
  if (/^congr(?:es?so|ès)$/.test(name)) return true;
  if (name === 'Xi' && /^['’]an\b/.test(text.slice(end, end + 4))) return true;
  if (name === 'XI' && NUMBERED.test(before)) return true;
  if (name === '美' && (ENDS_NAME.test(before) || IN_NAME.test(text.slice(end, end + 4)))) return true;
  if (HEADLINE_SIGN.test(name))
    return !(BEGINS_HEADLINE.test(before) && BEFORE_DEED[name]?.test(text.slice(end, end + 12)));
  return (
    FIELD.test(name) &&
    (/^[ce]/.test(name) || OF_FIELD.test(before) || /^ minist/.test(text.slice(end, end + 7)))
  );
}

/** Whether a house, court or party may be any country's: it is that of a regime only where the goods of that are named. */
export function isOfAnyCountry(text: string, start: number, end: number): boolean {
  return OF_ANY_COUNTRY.test(text.slice(start, end));
}

/** Whether a ministry or law is that of the country named before, if one is. */
export function isAnyMinistry(text: string, start: number, end: number): boolean {
  return ANY_MINISTRY.test(text.slice(start, end));
}

/** What a speaker calls the own country, and what stands between who speaks and that. */
const OURS = /^(?:わが国|我が国|我[国國方]|우리 정부)/;
const IS_SAID = /^[^。.；「」“”]{0,16}[「“]\S{0,12}$/;

/** Whether a country is but that of the one who speaks of it, whose name ends at `end`: "米国務省の高官は「わが国が". */
export function isOursSaid(text: string, end: number, [start, last]: Span): boolean {
  return OURS.test(text.slice(start, last)) && IS_SAID.test(text.slice(end, start));
}

/** Whether a ministry is but the title of the one who is named behind it: 商務部長盧特尼克. */
export function isTitleOf(text: string, start: number, end: number, name: number): boolean {
  return isAnyMinistry(text, start, end) && /^[长長]?$/.test(text.slice(end, name));
}
