/**
 * The grammar of who acts, in the languages of the packs: what the words around a name say of whether its bearer makes a
 * limit, only urges or answers, or is a firm of that country. Who and what there is to make is data of the packs.
 */

/** One expression of several, such as one for each language. */
const anyOf = (...parts: RegExp[]) => new RegExp(parts.map(({ source }) => source).join('|'));

/**
 * What stands between one who imposes and the mention that is theirs: nothing, a possessive with one word more, "-led",
 * "der".
 */
const ADJOINS = /^\.?(['’]s?( [\w-]+)?|-[a-z]+|[の的의]| d\w+)?[\s-]*$/;
/**
 * A possessive, perhaps with one word more, or a Chinese verb that says what was done: also behind a preposition it makes its
 * owner the one who imposes.
 */
const OWNS = anyOf(
  /^['’]s?( [\w-]+)?\s*$/,
  /^[刚剛近日新最再度次一单單方面不断斷持续續进進步]{0,4}(?:生效|实施|實施|宣布|写|寫|制定|起草|[拟擬]定|加[强強码碼]|收[紧緊]|[扩擴]大|升[级級]|出台|祭出|推出|[发發]布|施加|[颁頒]布|追加|新增|[强強]化|[滥濫]用|恢[复復]|延[长長])\S{0,8}$/,
);
/**
 * What stands between a mention and one behind it who makes it: "imposed by the", "that", ", die", ", которые ввёл",
 * "التي فرضتها". Before an agent its goods may stand.
 */
const MADE_BY = anyOf(
  /^[^.;:]{0,60}\w(?:ed|en|t|id|wn) (?:by|in)(?: \S+)? ?$/,
  /^[^.;:]{0,60}[dtsé](?:e?s?|[oaie]s?) (?:par|por|da(?:l\S*|i|gli)?|pel[ao]s?)(?: \S+)? ?$/,
  /^[^.;:]{0,60}(?:[ée]crit|scri[tv]|d[ée]ci[ds]|rédig|redact|ann?[ou]nc)\S* (?:à|en|em|a)(?: \S+)? ?$/,
  /^[^.;:]{0,60}(?:введ|налож|установ|прин|объявл|ужесточ|расшир|продл|утвержд|подпис|придум|разработ)[а-яё]*[нт][а-яё]*(?: \S+)? ?$/,
  /^ (?:von|vom|durch|seitens)(?: \S+)? ?$/,
  /^,? (?:that|which|die|qu|che|котор|الت)\S*(?: \S+)? ?$/,
);
/** What others do to a mention: "criticised by", "hit by". */
const SUFFERED_BY =
  /criti|cond[ea]m|d[eé]n[ou]n|oppos|hail|welcom|evad|skirt|circumv|bypass|fear|\bhit\b|hurt|slam|decri|protest|resist|re[jc]e[ct]|rechaz|respin|rejeit|challeng|contest|sought|wanted|demand|urged|request|lobbied|called|exig|elud|aggir|contou?rn|kritisier|verurteil|gefordert|verlangt|осужд|критик|отверг/i;
/** Before or behind its name, one who urges others to impose. */
const URGED_BY = anyOf(
  /(?:request|urging|pressure|behest|insistence|prodding)(?: of| from| by)?(?: the)? $/,
  /(?:urged|urged on|pressed|prodded|pressured) by (?:the )?$/,
  /(?:просьбе|давлением|требованию|настоянию) $/,
  /(?:Druck|Drängen|Wunsch)(?: von| der| des| aus)? $/,
  /pressi(?:on|ón|one|ão)s? (?:de|d['’]|des?|del|di|da|do|dos)(?: l[ao]s?| l['’]|$)? ?$/,
  /(?:press?ion|spint|pouss)\S+ (?:par|por|da\S*|pel[oa]s?) (?:l\S+ )?$/,
  /demande (?:de|d['’]|des) ?$/,
  /petición de $/,
  /richiesta di $/,
  /pedido d[aeo]s? $/,
  /(?:ضغط|ضغوط|طلب)(?: من)? $/,
  /[应應在]$/,
);
const URGES = anyOf(
  /^(?:['’]s?)? (?:\w+ )?(?:request|urging|pressure|behest|insistence|prodding)/,
  /^ (?:gedrängt|gebeten)/,
  /^の?[^，。、\s]{0,4}(?:要請|圧力|要求|求め)/,
  /^に(?:言われ|促され|求められ|迫られ|追随|同調)/,
  /^의? (?:\S+ )?(?:요구|압박|요청|압력)/,
  /^(?:的|方面)?[^，。、\s]{0,2}(?:压力|壓力|施压|施壓|敦促|要求)/,
  /^ क[ेी] (?:\S+ )?(?:दबाव|आग्रह|अनुरोध|मांग|कहने)/,
);
/** Before or behind its name, one who is only consulted or told, or whom others match: who imposes is the subject of that. */
const TOLD = anyOf(
  /\b(?:met|meets)(?: with)? (?:the )?$/,
  /(?:rencontr\S*|reuni\S* con|incontr\S*) $/,
  /[會会][見见晤]$/,
  /\b(?:(?:consult|inform|notif|brief|match|join|suppl)(?:s|es|ed|y|ies|ied|ing|ying)?|follow(?:s|ed)?)(?: with)?(?: n?either(?: \S+ n?or)?)? (?:the )?$/,
  /\bcoordinat\w+ with (?:the )?$/,
  /(?:without \w+ing|(?:sans|sin|sem|senza) \S+re?)(?: with)? (?:the |ai? |à |con |com |l\S{1,3} ?)?$/,
  /(?:consult|préven|coord[ie]n)\S*(?: n[ieé]m?)? (?:a[ol]? |à |a[luo]x? |con |com |avec |l\S{1,3} ?)?$/,
  /(?:советова|соглас|консульт)\S* с $/,
  /[征徵諮咨][询詢求]$/,
  /[知通告][会會知报報]$/,
  /(?:تستشر|ستشارة|إبلاغ|إخطار|التشاور مع|التنسيق مع) $/,
);
const IS_TOLD = anyOf(
  /^ (?:to (?:talk|speak|press|intervene|lobby|plead|negotiate)|(?:de|di) (?:parl|interv|plaid|n[ée]go)|que (?:hable|fale|interced|interceda|negoci))/,
  /^ (?:w(?:as|ere)|ha[sd] been)(?:n['’]t)? (?:\w+ )?(?:consulted|informed|told|warned|notified|briefed)/,
  /^ (?:nicht |kaum |vorher |zuvor )?(?:gefragt|konsultiert|informiert|unterrichtet)/,
  /^,? (?:before \w+ing|avant d|antes d|prima d|прежде чем \S+ть)/,
  /^ قبل (?!عام|شهر|سن|يوم|أيام|أ[سش]|ساع|\d)/,
  /^[^，。、\s]{0,6}[とに](?:の?会談|協議|相談)/,
  /^[와과에] (?:\S+ )?(?:협의|상의|통보|조율|회담|통화|만나)/,
  /^에게 [^.]{0,50}(?:말했|전했|밝혔)/,
  /^ से (?:पूछे|सलाह|परामर्श)/,
);
/** Before and behind its name, one who is thanked or blamed for a mention that is theirs. */
const BLAMED =
  /(?:press|grill|quizz|confront|criti[cq]|blam|thank|prais|attack|slam|condem?n|challeng|fault|dankt|kritisier|agrade|ringrazi|remerci|elogi)\S*(?: (?:at|the|aux?|à|al?|l[ae]s?|den))* (?:l['’])?$/i;
const BLAMED_FOR = /^ (?:for|over|about|für|wegen|pour|por|per)(?: \S+){0,2} ?$/;
/** Behind its name, what others ask of one whose limits they are. */
const ASKED_TO_EASE =
  /^ (?:not )?to (?:scrap|drop|lift|ease|end|repeal|withdraw|undo|loosen|relax|remove|abandon|reverse|revoke|spare|exempt|soften|delay|postpone|waive|pause|exclude|roll back|rethink)\b/;
/** Before or behind its name, a country's envoys: they speak. */
const ENVOY_OF =
  /(?:ambass(?:ad|ci)\S*|emba[ij]\S*|посол\S*|послу?а?|Botschaft\S*|سفير|سفارة|envoy|ambassador|embassy)(?: (?:of|de|d['’]|d[aeo]s?|di|du|von)(?: la| the)?)? ?$/i;
const ENVOYS = anyOf(
  /^(?:['’]s?)? (?:envoy|ambassador|embassy|Botschaft)/,
  /^(?:の|的|의)? ?(?:[駐驻주]\S{1,5} ?)?(?:大使|使[館馆]|대사)/,
  /^(?: (?:के|का))? (?:राजदूत|दूतावास)/,
);
/** Behind its name, where others meet. */
const MEETS =
  /^ (?:trip|visit|summit|talks|यात्रा|दौर)|^-?(?:Reise|Besuch|Gipfel)|^(?:之行|会谈|會談|峰会|峰會|訪問)|^ 방문/;
/** Behind its name, firms of a country: they impose nothing. What may be a verb stands behind an adjective only. */
const FIRMS = anyOf(
  /^の\S{0,6}(?:企業|メーカー|業者)/,
  /^(?:의)? ?(?:\S+ )?(?:기업|업체|회사)/,
  /^的?[^，。、\s中美日荷]{0,2}(?:企[业業]|公司|[厂廠]商|[业業]者|[车車][厂廠])/,
  /^ (?:की|के|का) (?:\S+ )?कंपनि/,
);
const IS_ADJECTIVE = /(?:an|ese|ish|tch|isch\w*|ск\S+)$/i;
const FIRMS_OF =
  /^ (?:[\w-]+ ){0,2}(?:firm|compan|\w*makers?\b|supplier|start-?up|buyer|customer|group|exporter|importer|manufacturer|researcher|engineer|investor|analyst|rival|giant|executive|Firmen|Unternehmen|Hersteller|Konzern|Zulieferer|Kunden|компани|производител|поставщик)/;
/**
 * "To US chip curbs": what qualifies a mention owns it, behind any preposition; a noun does not ("tough on China export
 * controls").
 */
const QUALIFIES = /(?:^u\.?s\.?|ican|[ie]an|ese|utch)$/i;
const OF_KIND = /^ (?:(?:AI|chip|tech|technology|semiconductor|new|latest|tighter|stricter|export) ){0,2}$/i;
/** Arabic: what owns a noun stands behind it; a name ahead is the subject. */
const STANDS_BEHIND = /^ ?[؀-ۿ]/;
/** Ends a name that is a subject, and so not the first of a list. */
const SUBJECT_MARK = /[はが은는이가]/;
/** Ends before its name, an agent. */
const AGENT = anyOf(
  /\b(?:by(?: the)?|par(?: la| le| les)?|por(?: los)?|pel[ao]s?|dal?(?:la|gli)?) $/,
  /(?:введ|налож|установ|прин|объявл|ужесточ|расшир|продл|утвержд|подпис|придум|разработ)[а-яё]*[нт][а-яё]* $/,
);
/** What makes of one who answered one who acts: "answered within a day with"; or it is done to him: "urged by". */
const ANSWERS_WITH = /^(?: on)? by |^[^,.;:]{0,25} (?:with|mit|avec|con|com) /;
/** Behind its name, one of whom something is: it is not who answers at the end of the sentence. */
const IS_OF = /^(?:の|によ|의|क[ाेी])/;
/**
 * What joins two who impose together: a conjunction, perhaps an article or another short word; in a list (1: nothing but
 * a comma) the last two tell.
 */
const JOINS =
  /^\.?\s*(?:,?\s?(?:and|or|und|oder|et|ou|или|और|तथा|[yeoи&、・·ㆍ/与與和及跟と과와و])\s?|(,)\s)(?:\b[a-z]{1,3}['’]?\s?)?$/i;

/**
 * Whether a name ahead of a mention owns it, told by what stands before it, itself and what parts them. `isTarget`: it
 * was named as one.
 */
export function ownsAhead(
  text: string,
  [first, last]: [number, number],
  start: number,
  isTarget: boolean,
): boolean {
  const gap = text.slice(last, start);
  return (
    ((isTarget ? OWNS : ADJOINS).test(gap) && !STANDS_BEHIND.test(gap + text.slice(first, last))) ||
    (QUALIFIES.test(text.slice(first, last)) && OF_KIND.test(gap)) ||
    (BLAMED_FOR.test(gap) && BLAMED.test(text.slice(Math.max(first - 24, 0), first)))
  );
}

/** Whether one who is asked behaves as asked where the mention is weakened: it is theirs, whoever asks. */
export function isAskedToEase(text: string, end: number): boolean {
  return ASKED_TO_EASE.test(text.slice(end, end + 24));
}

/** The same of a name behind the mention: in its noun phrase, its agent, or the subject of its relative clause. */
export function ownsBehind(gap: string, isTarget: boolean): boolean {
  return isTarget ? OWNS.test(gap) : ADJOINS.test(gap) || (MADE_BY.test(gap) && !SUFFERED_BY.test(gap));
}

/** Whether a name is an agent or a genitive, to which no verb at the end of the sentence belongs. */
export function isAgent(text: string, start: number, end: number): boolean {
  return AGENT.test(text.slice(Math.max(start - 12, 0), start)) || IS_OF.test(text.slice(end, end + 4));
}

/** Whether one who answers acts by it: behind the verb, where that ends, stands what it answers with. */
export function actsByAnswering(text: string, end: number): boolean {
  return ANSWERS_WITH.test(text.slice(end, end + 40));
}

/** How a name goes on to the next: "A and B" (`both`), "A, B" (`list`: if the rest is one), or not at all. */
export function joinOf(text: string, end: number, next: number): 'both' | 'list' | null {
  if (SUBJECT_MARK.test(text[end - 1] ?? '')) return null;
  const join = JOINS.exec(text.slice(end, next));
  if (!join) return null;
  return join[1] ? 'list' : 'both';
}

/** Whether a name in the text is that of one who only urges others, is only told or visited, or of a country's firms. */
export function isBystander(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start - 40, 0), start);
  const behind = text.slice(end, end + 60);
  return (
    URGED_BY.test(before) ||
    TOLD.test(before) ||
    URGES.test(behind) ||
    (IS_TOLD.test(behind) && !AGENT.test(before)) ||
    ENVOY_OF.test(before) ||
    ENVOYS.test(behind) ||
    MEETS.test(behind) ||
    FIRMS.test(behind) ||
    (IS_ADJECTIVE.test(text.slice(start, end)) && FIRMS_OF.test(behind))
  );
}
