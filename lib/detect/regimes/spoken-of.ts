/**
 * The grammar of a mention that goes on about controls of which the page has spoken, in the languages of the packs. English
 * says so by its article; where the article, or none, also stands before what is meant in general, whatever speaks for that
 * counts against it.
 */
import { anyOf } from './any-of';
import type { Span } from './decide-regime';

/** Ends before a mention: it is one of which was spoken before. */
const SAME =
  /(?:\b(?:get(?:s|ting)? (?:a|)round|got around|evad(?:e|es|ed|ing)|circumvent(?:s|ed|ing)?|skirt(?:s|ed|ing)?|violat(?:e|es|ed|ing)|breach(?:es|ed|ing)?(?: of)?|despite|hit by|affected by|because of|blame[sd]?) |\b(?:the|these|those|this)(?: (?:new|latest|\w+ing|\w+ round of))?|\bdiese\S?|\bc(?:es|ette)|\best[oae]s|\bess[ea]s|\bquest\S|(?<!\S)(?:эт\S+|이번?|इ[नस])|(?<![应應])[該该]|[这這][些次]|この|هذه) ?$/i;

/** Ends before a mention: the article of what is known, or of what is meant in general. */
const DEFINITE = anyOf(
  /(?<![\wÀ-ÿ])(?:[Dd](?:ie|en|er|as|em|es)|[Vv]om|[Zz]u[mr]|[Bb]eim|[Ii]m)(?: (?:neuen|jüngsten|bestehenden|geplanten|verschärften))? $/,
  /(?:(?<![\wÀ-ÿ])(?:l[ea]s?|aux?|du|des|el|los|del|al|os?|as|d[ao]s|do|n[ao]s|na|às?|aos?|pel[ao]s?|i|(?<!qu['’])il|gli|[ds]ul|[dn]?e[il]|degli|dell[ae]|agli|all[ae]|[ns]ugli|[ns]ull[ae]|dai|dalle|dagli|coi|nuov[ei]|nuevas?|novas?|nouvelles) |l['’])$/i,
  /(?<![\wÀ-ÿ])(?:les?|l[ao]s|el|as|o|il|le) (?:nouveau |nuevo |novo |nuovo )?(?:(?:r[eè]gle|regla|regra|norm|mesure|medida|restriccione|misur)\S* (?:que|qui|che)|(?:r[eé]gim\S*|syst[eè]me|sistema) d[ei]) $/i,
);
/** A mention in English, where these words are no articles. */
const ENGLISH =
  /\b(?:exports|exporting|sales?|shipments?|shipping|selling|controls?|curbs?|limits|bans?|restrictions? on)\b/i;
/** Letters of a language that has no article. */
const NO_ARTICLE =
  /^[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Begins a mention: what is done, by whoever is its subject. */
const IS_DONE =
  /^(?:требу|вв[её]л|вводит|запре(?:ти|ща[ею])|ограничи[втл]|приостан(?:ови[лт]|авлива)|блокиру|заблокир|перекр|обязал|منعت|تمنع|يمنع|قيدت|تقيد|علقت|أوقفت|حظرت|تحظر|يحظر)/i;
/** All of its sentence up to a mention, or of the quotation: what it is about. */
const OPENS =
  /(?:^|[:«»“”„"‘『「《(（—–-]) *(?:(?:[Ll][ae]s?|[Ee]l|[Ll]os|[OoAaIi]s?|[Gg]li|[Dd](?:ie|er|as)) |[Ll]['’])?$/;
/** A ban in the singular: with its article it is a certain one. */
const CERTAIN =
  /^(?:\S*(?:verbot|stopp|embargo|sperre)|(?:interdiction|arrêt|embargo|divieto|bando|blocco|stretta|veto|prohibición|bloqueo|cepo|proibição|bloqueio|travão)(?:\s.*)?)$/i;
/** Behind a mention: what came or will come of it, as somebody says, or when it begins. */
const CAME =
  /^[^.;:,]{0,40}[\s«“„"](?:haben|hatten|hätten|seien|waren|wurden|würden|träfen|trafen|träten|schadeten|kosteten|bremsten|kommen|ont|arrivent|\p{L}*(?:aient|ront|èrent)|han|llegan|están|\p{L}+(?:[aei]rán|aron|ieron|aban|ían)|hanno|arrivano|\p{L}+(?:ranno|rono|[aei]vano|rebbero)|chegam|estão|\p{L}+(?:[aei]r(?:ão|am|iam)|avam)|entran en vigor|entram em vigor|entrano in vigore|entrent en vigueur|treten)(?!\p{L})|^ (?:के कारण|की वजह से|के चलते) |^ (?:уже )?(?:лишил|стоил|обошл|ударил|вынудил|заставил|остановил|сорвал|затронул|подорвал|отрезал|взвинтил)/u;
/** In its sentence: it is told of any. */
const GENERAL = anyOf(
  /(?<![\wÀ-ÿ])(?:immer|nie(?:mals)?|meist(?:ens)?|generell|grundsätzlich|jede[rsnm]?|chaque|(?<!\b(?:un[ao]?|de|em) )cada(?! vez)|ciascun\S*|toujours|jamais|généralement|en règle générale|quel(?:le)?s? que|siempre|nunca|jamás|(?<!\b(?:en|del|sobre) )todo|toda|cualquier|sempre|qualquer|quaisquer|non \S+ mai|di solito|qualunque|qualsiasi|ogni|em geral|en général|en general|in generale?|im Allgemeinen|(?:geschichte|erfahrung|histoire|expérience|historia|experiencia|história|experiência|storia|esperienza) (?:lehrt|zeigt|montre|enseigne|enseña|muestra|ensina|mostra|insegna|dimostra))(?![\wÀ-ÿ])/i,
  /(?<![а-яё])(?:люб(?:ой|ого|ому|ым|ом|ая|ую|ые|ых)|всегда(?! (?:выступа|был[аио]? против|возража))|никогда|как правило|обычно)(?![а-яё])/i,
  /(?:أيًّا كان|أي دولة|دائم|عادة ما)/,
  /(?<!\S)(?:कोई भी|हमेशा|हर )/,
  /(?:凡是|任何|各[国國]|[这這](?:[种種招]|[张張]牌|[门門])|[谁誰][来來都]|[从從][来來]|[总總]是|都像|どこの国|どの国|各国|歴史|(?<!非)常に|必ず|원래|어느 나라|항상|언제나)/,
);

/**
 * Behind a mention that opens its sentence, a particle that makes no theme of it; in its sentence, a day or a person that does
 * not either.
 */
const NO_THEME = /^(?:[がを]|[이가을를] )/;
const OF_NOW =
  /\d ?[年月日号號년월일]|[今通]期|今[年回]|之?[后後]|来[年期]|昨年|[去明]年|[上本下][周週季]|[我咱][们們]|我司|当社|弊社|올해|내년|지난[해달주 ]|이번|우리|당사|(?<!\S)हम(?:ें|ारे|ारी|ारा)(?!\S)|(?<![а-яё])наш[ аеиу]|(?:مصنع|شرك[ةت]|شركات|إنتاج|أعمال|مبيعات|صادرات|أرباح|عملائ)نا(?!\p{L})/u;
/** In its sentence: it is waited for one to end. */
const UNTIL = anyOf(
  /до (?:(?:конца|середины|начала) )?(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)/,
  /حتى (?:(?:نهاية|منتصف|مطلع) )?(?:يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)/,
  /(?:जनवरी|फ़?रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|अक्तूबर|नवंबर|दिसंबर) तक/,
);

/** Whether a mention is told to be one of which was spoken before; the article before "export control law" is that of the law. */
export function isSame(text: string, start: number, end: number): boolean {
  return SAME.test(text.slice(Math.max(start - 30, 0), start)) && !/control$/i.test(text.slice(start, end));
}

/** Whether a sentence tells of whatever happens at any time. */
export function isOfAnyTime(sentence: string): boolean {
  return /\bwhenever\b/i.test(sentence);
}

/** Whether a mention can be one of which was spoken before, by its article or where its language has none. */
export function isKnown(text: string, start: number, end: number): boolean {
  const mention = text.slice(start, end);
  const isDefinite = DEFINITE.test(text.slice(Math.max(start - 30, 0), start)) && !ENGLISH.test(mention);
  return isDefinite || (NO_ARTICLE.test(mention) && !IS_DONE.test(mention));
}

/** Whether a mention is told in general, as what its sentence is about or by a word in it. */
export function isInGeneral(text: string, [start, end]: Span, [from, to]: Span): boolean {
  const isCertain =
    CERTAIN.test(text.slice(start, end)) ||
    CAME.test(text.slice(end, to)) ||
    NO_THEME.test(text.slice(end, end + 2)) ||
    OF_NOW.test(text.slice(end, to)) ||
    UNTIL.test(text.slice(start, to));
  return (OPENS.test(text.slice(from, start)) && !isCertain) || GENERAL.test(text.slice(from, to));
}
