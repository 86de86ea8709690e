/** The grammar of where a clause happens, in the languages of the packs: a place there is not the subject. */
import { anyOf } from './any-of';

/** A capital, a ruler's house, as they stand behind a preposition or before a particle. */
const CITY =
  /^(?:Washington|D\.?C\b\.?|Capitol Hill|Beijing|Tok[iy]o|Tóquio|(?:(?:The|Den|La) |L['’])?(?:Hague|Haag|Haye|Haya|Aia)|Haia|P[eé]kin|Pek[ií]ng?|Pequim|Pechino|S[eé][ou]+l|Taip[eé]i|Br[uü]ss?[eè]l\S*|Bruxelles|Bruxelas|Bruselas|Berl[ií]n\S*|Paris|Londo?n|Londres|Londra|M[oó]s[ck]\S+|Moskau|(?:New |Nueva |Nova |Nuova )?Delh?i|(?:White House|Weißen Haus|Maison[ -]Blanche|Casa Blanca|Casa Bianca)|Вашингтон\S*|Пекин\S*|Токио|Гааг\S*|Сеул\S*|Брюссел\S*|Белом доме|ب?واشنطن|ب?بكين|ب?طوكيو|ب?لاهاي|سيول|بروكسل|वाशिंगटन|वॉशिंगटन|बीजिंग|टोक्यो|हेग|सियोल|ワシントン|北京|東京|ハーグ|ソウル|ホワイトハウス|워싱턴|베이징|도쿄|헤이그|서울|브뤼셀|백악관|华盛顿|華盛頓|[华華]府|东京|海牙|首[尔爾]|台北|布[鲁魯]塞[尔爾]|白[宫宮])$/;
const COUNTRY =
  /^(?:(?:the|den|der|l[ae]s?|el|os?|as?|i|gli) |l['’])?(?:China|Chine|Cina|Japan|Jap[oó]n|Japão|Giappone|Am[eé]ri[ck]a|Amérique|U\.?S\.?A?\.?|United States|Netherlands|Niederlanden?|Pays[- ]Bas|Países (?:Bajos|Baixos)|Paesi Bassi|H?ol[l]?anda?|[EÉ]tats-Unis|Estados Unidos|EE ?\.?UU\.?|EUA|Stati Uniti|Usa|Vereinigten Staaten|США|Кита\S*|Япони\S*|Нидерланд\S*|الصين|اليابان|هولندا|الولايات المتحدة|चीन|जापान|अमेरिका|中国|米国|日本|オランダ|중국|미국|일본|네덜란드|美[国國]|中國|荷[兰蘭])$/;
/** Before a place: the preposition that puts it there. */
const AT = anyOf(
  /(?:^|\s)(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Oo]utside|[Aa]us)(?: (?:the|de[nmr]))? $/,
  /(?:^|\s)(?:[Ee]n|[Dd]epuis|[Dd]esde|[Ee]m|[Nn][ao]s?|[Nn]egli|[Aa]ux?)(?: (?:l\S{1,2}))? (?:l['’])?$/,
  /(?:^|\s)(?:[Вв]о?|[Ии]з) $/,
  /(?:^|\s)(?:في|إلى) $/,
  /(?:^|[.،؛:] ?)و?من $/,
  /(?:[在赴抵]|[从從自])$/,
);
/** The same of what stands before a town alone: before a country some are articles. */
const AT_CITY = /(?:^|\s)(?:[ÀàAa]|[Aa]lla)(?: la)? (?:l['’])?$|(?:^|[.!?:;] ?)D[ea] $/;
/** Behind a place: the particle that does. */
const AT_BEHIND = anyOf(/^(?:で(?!は)|から)/, /^(?:에서|으?로)(?![\uac00-\ud7a3])/, /^ (?:में|गए|पहुँच|पहुंच)/);
/** Behind a place: what it is asked, or what is its own. */
const ASKED = /^(?:['’-]| (?:que|to|di) | d(?:e |['’]))/;

/** Before a place that puts them there, or behind it: organs of state, which do not travel. */
const ORGAN =
  '(?:congr(?:es|és|ès)s?|kongress|parl[ae]i?ment|gou?[bv]ern|govern|regierung|kabinett|[ck]abinet|gabinet|gabinett|s[eé]nat|ministry|ministerium|ministero|ministère|ministério|ministerio|department|bureau|authorit|autorit|autorid|behörde|court|coalition|koalition|party|parti|partei|opposi|administra|force|effect|vigueur|vigore?|kraft|силу|власт|правительств|парламент|министерств|конгресс|партии)';
const ORGAN_BEFORE = new RegExp(`${ORGAN}\\S*(?: \\S+)? $`, 'i');
const ORGAN_BEHIND = new RegExp(`^,?(?: \\S{1,4})?(?: |l['’])${ORGAN}`, 'i');
/** Behind a place: what was made there. */
const MADE_THERE =
  /^ (?:geschrieb|beschloss|verhäng|erlass|verkünd|entschied|decreed|written|made|drawn|announced)|^で(?:書|決|作|定|策|発表|公布)|^에서 (?:쓰|만들|정해|결정|발표)|^(?:制定|决定|決定|宣布|公布|出台|写|寫)/;
/** Whether a name only says where a clause happens. */
export function isLocated(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  const behind = text.slice(end, end + 30);
  const before = text.slice(Math.max(start - 40, 0), start);
  const isCity = CITY.test(name);
  const at = AT.exec(before) ?? (isCity ? AT_CITY.exec(before) : null);
  return (
    (isCity || COUNTRY.test(name)) &&
    (AT_BEHIND.test(behind) ||
      (at !== null && !ASKED.test(behind) && !ORGAN_BEFORE.test(before.slice(0, at.index + 1)))) &&
    !ORGAN_BEHIND.test(behind) &&
    !MADE_THERE.test(behind)
  );
}
