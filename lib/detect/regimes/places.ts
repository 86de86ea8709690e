/**
 * The grammar of where a clause happens, in the languages of the packs: whoever speaks, meets others or arrives at a place, the
 * place is not the subject.
 */
import { anyOf } from './any-of';

/** A capital or a ruler's house; an institution or a person is none. */
const TOWN =
  /^(?:Washington|D\.?C\b\.?|Capitol Hill|Bras[ií]lia|Ott?awa|[CK]anberra|Camberra|Kuala Lumpur|Jakarta|Yakarta|Giacarta|An[kc]ara|Beijing|Tok[iy]o|Tóquio|(?:(?:The|Den|La) |L['’])?(?:Hague|Haag|Haye|Haya|Aia)|Haia|P[eé]kin|Pek[ií]ng?|Pequim|Pechino|S[eé][ou]+l|Taip[eé]i|Br[uü]ss?[eè]l\S*|Bruxelles|Bruxelas|Bruselas|Berl[ií]n\S*|Paris|Londo?n|Londres|Londra|M[oó]s[ck]\S+|Moskau|(?:New |Nueva |Nova |Nuova )?Delh?i|(?:White House|Weißen Haus|Maison[ -]Blanche|Casa Blanca|Casa Bianca)|Вашингтон\S*|Пекин\S*|Токио|Гааг\S*|Сеул\S*|Брюссел\S*|Белом доме|ب?واشنطن|ب?بكين|ب?طوكيو|ب?لاهاي|سيول|بروكسل|वाशिंगटन|वॉशिंगटन|बीजिंग|दिल्ली|ब्रसेल्स|[टत]ोक्यो|हेग|सियोल|ワシントン|北京|東京|ハーグ|ソウル|ホワイトハウス|워싱턴|베이징|도쿄|헤이그|서울|브뤼셀|백악관|华盛顿|華盛頓|[华華]府|东京|海牙|首[尔爾]|台北|布[鲁魯]塞[尔爾]|白[宫宮])$/;
/** A country. */
const COUNTRY =
  /^(?:(?:the|den|der|l[ae]s?|el|os?|as?|i|gli) |l['’])?(?:China|Chine|Cina|Japan|Jap[oó]n|Japão|Giappone|Am[eé]ri[ck]a|Amérique|U\.?S\.?A?\.?|United States|Netherlands|Niederlanden?|Pays[- ]Bas|Países (?:Bajos|Baixos)|Paesi Bassi|H?ol[l]?anda?|[EÉ]tats-Unis|Estados Unidos|EE ?\.?UU\.?|EUA|Stati Uniti|Usa|Vereinigten Staaten|Südkorea|Corée du Sud|Corea del Su[rd]|Coreia do Sul|Taïwan|Taiw[áà]n|Singapou?r[ae]?|Singapur|Mal[aá]i?si[ae]|Malaisie|США|Кита\S*|Япони\S*|Нидерланд\S*|Вьетнам\S*|Малайзи\S*|Инди[яию]|Тайван\S*|Южн\S+ Коре\S+|Германи\S*|Мексик\S*|Сингапур\S*|الصين|اليابان|هولندا|الولايات المتحدة|فيتنام|ماليزيا|الهند|تايوان|كوريا الجنوبية|ألمانيا|المكسيك|سنغافورة|चीन|जापान|अमेरिका|वियतनाम|मलेशिया|भारत|ताइवान|दक्षिण कोरिया|जर्मनी|मेक्सिको|सिंगापुर|中国|米国|日本|オランダ|중국|미국|일본|네덜란드|美[国國]?|中國|荷[兰蘭])$/;
/** Behind a name that begins a paragraph: it says where that was written. */
const DATELINE = /^(?:, [A-Z][\w. ]{2,14})?(?: \([^)]{2,20}\))? [-–—]+ /;
/** What says of itself that somebody goes there. */
const VISIT = /^(?:[访訪赴抵來来][美华華中米荷蘭日京]|방[미중일])$/;
/** Ends before a place: what puts it there. */
const AT = anyOf(
  /(?:^|\s)(?:[Ii]n(?:to)?|[Aa]t|[Ff]rom|[Nn]ear|[Oo]utside|[Aa]us|[Nn]ach|(?:fl[eoi]\w+|travel\w*|went|goes|return\w*|trips?|visits?) to)(?: (?:[Tt]he|de[nmr]))? $/,
  /(?:^|\s)(?:[Ee]n|[Dd]epuis|[Dd]esde|[Ee]m|[Nn][ao]s?|[Nn]egli|[Aa]ux?)(?: l\S{1,2})? (?:l['’])?$/,
  /(?:^|\s)(?:[Вв]о?|[Ии]з) $/,
  /(?:^|\s)(?:في|إلى|و?من) $/,
  /(?:[在赴抵往访訪]|访问|訪問|抵[达達]|[走步]出|[离離][开開]|[从從自])$/,
);
/** The same before a town, where a country would have an article. */
const AT_TOWN = /(?:^|\s)(?:[ÀàAa]|[Aa]lla)(?: la)? (?:l['’])?$|(?:^|[.!?:;] ?)D[ea] $/;
/** Behind a place: the particle or verb that does. */
const AT_BEHIND = anyOf(
  /^(?:で(?!は)|から|を訪|[にへ](?:飛|赴|向か|到着|出張))/,
  /^(?:에서|으?로)(?![\uac00-\ud7a3])|^[을를] (?:찾|방문)/,
  /^ (?:में|गए|पहुँच|पहुंच|रवाना|यात्रा|दौर|से (?:\S+ ){0,2}(?:आ[एया]|आई|आयात|लौट|मँ?ंगा|ख़?रीद))/,
);
/** Ends before the preposition: those who act for the place, or what holds there. */
const ACTS_AT =
  /(?:\b(?:[Mm]ade|[Ww]ritten|[Dd]rafted|[Dd]ecided|[Dd]rawn up|[Dd]esigned|[Cc]onceived) in(?: the)? $)|(?:congr[eé]s|kongress|parl[ae]i?ment|gou?[bv]ern|regierung|[ck]abinet|s[eé]nat|minist|Auswärtige\S* Amt|gericht|tribunal|court|judge|jury|суд|department|bureau|autorit|authorit|coalition|administra|officials|lawmakers|neighbou?rs|counterparts|colleagues|regulators|negotiators|politicians|bureaucrats|rulers|planners|власт|правительств|кабинет|force|vigueur|vigor|Kraft|силу)\S* \S+(?: the)? $|(?:(?<!م)صنع|صيغ|صاغ|كتب|قرر|تخذ|رسم)\S* في $/i;
/** Stands behind the place: what is its own, asked of it, made or done there. */
const ACTS_BEHIND = anyOf(
  /^['’-]|^ que |^ d[ei] \S+re?\b|^ d['’]\S+er\b/,
  /^,? (?:il |o |le |el )?(?:congr|parl|gou?[bv]ern|kabin)/i,
  /^ (?:geschrieb|beschloss|verhäng|erlass|entschied|decreed|written|drawn)|^で(?:書|決|作|定|策)|^에서 (?:쓰|만들|정해|결정)|^(?:制定|决定|決定|出台|写|寫)/,
);

/** Whether a name only says where something happens, and nobody acts for it there. */
export function isPlace(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  if (VISIT.test(name)) return true;
  if (start === 0 && DATELINE.test(text.slice(end, end + 40))) return true;
  // "in Texas": a cue with its preposition.
  const isIn = /^in /.test(name);
  const isTown = isIn || TOWN.test(name);
  if (!isTown && !COUNTRY.test(name)) return false;
  const before = text.slice(Math.max(start - 60, 0), isIn ? start + 3 : start);
  const behind = text.slice(end, end + 30);
  if (ACTS_AT.test(before) || ACTS_BEHIND.test(behind)) return false;
  return AT.test(before) || (isTown && AT_TOWN.test(before)) || AT_BEHIND.test(behind);
}
