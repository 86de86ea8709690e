/**
 * The grammar of who leads where several names stand in a row, in the languages of the packs: who only says what the next one
 * does, or is only told, promised, threatened by the one before, does not act.
 */
import { anyOf } from './any-of';
import type { Span } from './decide-regime';
import { isHandler } from './handlers';

/** Between one who speaks and the subject of what is said. */
const SAYS = anyOf(
  /^(?:['’]s)?(?: [\w-]+){0,4}? (?:said|says?|notes?d?|learn\w*|report\w*|announc\w*|found|finds|hear[ds]?|believes?d?|thinks?|thought|claim\w*|argu\w*|stress\w*|add(?:ed|s)|confirm\w*|reckon\w*|estimat\w*|suspect\w*|understands?|kn[oe]ws?|expects?|expected|regret\w*|complain\w*|fear\w*|hop(?:es?|ed))(?: (?:on|in|last|this) [\w ]{1,12})?(?: from [\w ]{1,20})?(?: that| how)? (?:the )?$/,
  /^(?: [^\s,]+){0,3} (?:sag|erklär|mein|bericht|beton|glaub|fürcht|hoff|erwart|bedauer|teil|melde|kritisier)\w*(?: [^\s,]+){0,2}?, (?:dass )?(?:d\S\S )?$/,
  /^(?: [^\s,]+){0,3}? (?:déclar|affirm|not|di[ts]|indiqu|estim|annonc|appri|expliqu|regrett|assur|jug|croi|crain|espèr|rappel)\S*(?: [^\s,]+){0,2}? qu(?:e |['’])(?:l\S{1,2} |l['’])?$/,
  /^(?: [^\s,]+){0,3}? (?:di[jcz]|afirm|asegur|assegur|señal|declar|indic|sost|explic|cre|tem|esper|lament|anunci|inform|not|acredit|avali|diss|ressalt|destac|record)\S*(?: [^\s,]+){0,2}? que (?:l\S{1,2} |[eao]l? |[ao]s )?$/,
  /^(?: [^\s,]+){0,3}? (?:dett|dic[eh]|dichiarat|afferm|sost|spieg|riten|riti|tem|sper|annunci|fatto sapere|ricord|not|lament)\S*(?: [^\s,]+){0,2}? che (?:l\S{1,2} |i |gli |l['’])?$/,
  /^(?: [^\s,]+){0,3}? (?:сообщ|заяв|сказал|счит|полага|отме[тч]|утвержд|говор|надее|опаса|объяв|узнал|напомн|сожале)\S*(?: [^\s,]+){0,2}?, что $/,
  /^(?: \S+){0,2} (?:[إأ]نّ?|ب[أإ]ن) $/,
  /^ (?:\S+ )?(?:ने (?:\S+ )?|का )(?:कहा|लिखा|बताया|कहना है|मानना है|दावा किया|घोषणा की) कि $/,
  /^[^，。：]{0,6}(?:表示|[说說]|[称稱]|指出|[认認][為为]|[强強][调調]|透露|[获獲]悉|宣布|[担擔]心|希望)[，：]?「?$/,
);
/** The same where the subject of what is said has its own particle behind it. */
const TOPIC = /^(?:(?:政府|当局|側|政権)?(?:は|によると|によれば)、?|(?: (?:정부|당국|측))?[은는] )$/;
const SUBJECT = /^(?: ?(?:政府|当局|政権|側|商務省|정부|당국|상무부|행정부|측))?[がも이가]/;

/** Between one who acts and one who is told, promised, granted, threatened. */
const TELLS = anyOf(
  /^(?:['’]s)?(?: [\w-]+){0,3}? (?:told|tells?|assur\w+|promis\w+|grant\w*|offer\w*|threaten\w*|warn\w*|blam\w+|inform\w*|remind\w*|notif\w+|hit|target\w*|punish\w*|den(?:y|ied|ies)|reward\w*|brief\w*|ga?ive[sn]?|gave|cut off|sen[dt]s?|signal\w* to)(?: the)? $/,
  /^(?: [^\s,]+){0,2}? (?:sag|verspr[ai]ch|droh|sicher|warn|gewähr|biete|bot|informier|versicher|signalisier)\w*(?: d\S\S)? $/,
  /^(?: [^\s,]+){0,2}? (?:dit|prom|menac|assur|avert|accord|offert|inform|préven|garant)\S*(?: (?:à|aux?))?(?: l\S{1,2})? (?:l['’])?$/,
  /^(?: [^\s,]+){0,2}? (?:dijo|diss|prom|amenaz|ameaç|asegur|assegur|advi?rt|concedi|ofre[ct]i|oferec|inform|avis|garanti|alert)\S*(?: (?:a|al|ao?s?|à))?(?: l[ao]s?)? $/,
  /^(?: [^\s,]+){0,2}? (?:dett|prom|minacc|assicur|avvert|concess|offert|inform|avvis|garanti)\S*(?: (?:a|ai|agli|al\S*))? (?:all['’])?$/,
  /^(?: [^\s,]+){0,2}? (?:сказал|пообеща|пригрози|завери|предупреди|предостави|предложи|сообщи|уведоми|гарантирова)\S* $/,
  /^ ل(?!م |ل?ا |ن )[ء-ي]\S* $/,
  /^[^，。：]{0,4}(?:向|告[诉訴知]|[对對]|警告|威[胁脅]|承[诺諾]|答[应應]|允[许許]|[给給]予?|通知)$/,
);
/** Arabic, before the one who acts: the verb, where the name of the one who is told follows at once. */
const TELLS_BEFORE = /(?:^|\s)و?(?:وعدت?|تعد|يعد|هددت?|منحت?|طمأنت?|أبلغت?) $/;
/** Behind one who is told, where a particle says it. */
const IS_TOLD = anyOf(
  /^(?:政府|側)?に(?:対し(?:て)?)?、?(?!よる|よれ|よっ)/,
  /^(?: (?:정부|측))?에(?:게)? /,
  /^ (?:सरकार )?(?:को|से कहा) /,
);
/** Behind the mention: what such a sentence ends in, and what makes it one of pressing. */
const TOLD =
  /伝え|通告|説明|約束|警告|表明|通知|保証|示唆|脅|전달|통보|약속|경고|설명|밝혔|말했|알렸|बताया|चेतावनी|धमकी|आश्वासन|भरोसा|छूट|कहा/;
const PRESSED =
  /よう(?:に)?[^。]{0,12}(?:働き|求め|迫|要請|要求|促)|(?:라고|도록|달라고)[^.]{0,12}(?:요구|촉구|압박|요청)/;
/** Behind the first name: somebody is made to impose, by whomever. */
const MADE_TO =
  /\b(?:press|urg|push|forc|lobb|persuad|told|order)\w*(?: [\w-]+){1,3} (?:to|into) (?:adopt|impos|join|introduc|match|follow|copy|writ|align|tighten|expand)|drängt|poussé|pressé|presion|pression|spint|надави|вынуд/;
/** Ends a name, and is a particle. */
const PARTICLE = /(?:[がはも이가은는]|(?<!인)도)$/;
/** Ends before a mention: it may be that of either. */
const EITHERS =
  /(?:\b(?:its|their)|\bih?re[nr]?|\bseine[nr]?|\bses|\bleurs?|\bsus?|\bseus?|\bsuas?|\bsuo[ia]?|\bsue|\bloro|\bсво\S+|\bих|其|自国の|自国|자국(?:의)?|अपने|अपनी) (?:\S+ )?$|(?:其|自国の?|자국의? )$/;

/** Whether a mention that begins at `start` is told to be its subject's own. */
export function isItsOwn(text: string, start: number): boolean {
  return EITHERS.test(text.slice(Math.max(start - 30, 0), start));
}

/** Ends before a mention: it is its subject's, whether that is a name that is known or not. */
const OWN =
  /(?:\b(?:its|their) own|\b(?:Commission|Parliament|Council|Assembly|Cabinet|Centre|Union)['’]s|\beigenen?|\bpropres?|\bpropi[oa]s?|\bpr[oó]pri[oaie]s?|собственн\S+|自己的?|自身的?|独自の|독자(?:적인)?|자체) ?(?:\S+ )?$/;

/** What its sentence begins with may be that of a subject behind it: "With its own export controls, Tokyo …". */
const OPENING = 18;

/** Whether a mention is its subject's own, by that very word; `before` is its sentence up to it. */
export function isOwn(before: string): boolean {
  return before.length > OPENING && OWN.test(before.slice(-30));
}

/** Of the names in a row ahead of a mention between `start` and `end`, in a sentence that ends at `last`, those that lead. */
export function leadingOf<T extends { start: number; end: number }>(
  names: T[],
  text: string,
  [start, end]: Span,
  last: number,
): T[] {
  const first = names[0]?.start ?? start;
  if (MADE_TO.test(text.slice(first, start))) return names;
  if (isItsOwn(text, start)) {
    const { start: from, end: to } = names.at(-1) as T;
    return isHandler(text, from, to) && !/[,;:]/.test(text.slice(to, start)) ? names.slice(-1) : names;
  }
  const endOf = (one: T) => one.end - (PARTICLE.test(text.slice(one.start, one.end)) ? 1 : 0);
  const gap = (one?: T, next?: T): string | undefined => one && next && text.slice(endOf(one), next.start);
  const rest = text.slice(end, last);
  const canTell = TOLD.test(rest) && !PRESSED.test(rest);
  const behind = (one: T) => text.slice(endOf(one), endOf(one) + 30);
  return names.filter((one, at) => {
    const next = names[at + 1];
    const from = names[at - 1]?.start ?? 0;
    const [ahead, after] = [gap(names[at - 1], one), gap(one, next)];
    const speaks =
      after !== undefined && (SAYS.test(after) || (TOPIC.test(after) && SUBJECT.test(behind(next as T))));
    const isTold =
      ahead !== undefined &&
      (TELLS.test(ahead) ||
        (ahead === ' ' && TELLS_BEFORE.test(text.slice(Math.max(from - 12, 0), from))) ||
        (canTell && IS_TOLD.test(behind(one))));
    return !speaks && !isTold;
  });
}
