/**
 * The grammar of who acts, in the languages of the packs: what the words around a name say of whether its bearer makes a
 * limit, only urges or answers, or is a firm of that country. Who and what there is to make is data of the packs.
 */

import { anyOf } from './any-of';
import { isOfPrivateParty } from './private-parties';

/** Russian: what was made by the name behind it, in the instrumental. */
const RU_MADE =
  '(?:введ|налож|установ|прин|объявл|ужесточ|расшир|продл|утвержд|подпис|придум|разработ)[а-яё]*[нт][а-яё]*';

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
  /^[^.;:]{0,60}(?:\w(?:ed|en|t|id|wn) by|(?:writ|draft|decid|decre|announc|unveil|impos|adopt|enact|issu|craft|devis|conceiv|proclaim|tighten|drawn up|set)(?:ten|e?d)? in)(?: \S+)? ?$/,
  /^ (?:from|out of|at the hands of|on the part of)(?: the)? $/,
  /^[^.;:]{0,60}[dtsé](?:e?s?|[oaie]s?) (?:par|por|da(?:l\S*|i|gli)?|pel[ao]s?)(?: \S+)? ?$/,
  /^[^.;:]{0,60}(?:[ée]crit|scri[tv]|d[ée]ci[ds]|rédig|redact|ann?[ou]nc)\S* (?:à|en|em|a)(?: \S+)? ?$/,
  new RegExp(`^[^.;:]{0,60}${RU_MADE}(?: \\S+)? ?$`),
  /^ (?:von|vom|durch|seitens|aus)(?: \S+)? ?$/,
  /^[^.;:,]{0,40} (?:de la part de|ven[ui]\S* d\S*|por parte d\S+|da parte d\S+|procedentes d\S+|со стороны)(?: \S+)? ?$/,
  /^(?:[^.;:،]{0,40} من (?:قبل|جانب|طرف)| من) $/,
  /^ की (?:ओर|तरफ) से $/,
  /^,? (?:that|which|die|qu|che|котор|الت|الذي|الذ|اللذ)\S*(?: \S+)? ?$/,
  /^ ?,? ?(?:जो|जिस|जिन)\S* $/,
);
/** What stands between a mention and one behind it who made it, where a cleft sentence says so ("…のは中国である"), or where the mention is told of it ahead ("輸出規制を続ける中国"). */
const CLEFT = anyOf(
  /^[をはがにへ][^。]{0,24}(?:の|こと)[はが]、?[^。、]{0,24}$/,
  /^[을를]? ?[^.]{0,20}(?:것|쪽|나라)[은이] [^.,]{0,16}$/,
  /^[^。，]{0,12}的(?:正)?是$/,
  /^を(?![^、。]*(?:受け|嫌|批判|懸念|恐れ|訴え|求め|避け|逃れ|免れ|迫))[^、。]{1,12}[るたうす]$/,
  /^[을를] (?![^.,]*(?:받|당하|겪|우려|비판|피하|요구))[^.,]{1,14}[는한온] $/,
  /^ (?:लगा|थोप|कड़|बढ़ा)\S*(?: \S+)? वाल[ेाी] $/,
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
  /(?:press?ion|spint|pouss|soll[ei]cit|incit|exhort|esort|instad|convin|forzad|forçad|forcé|obli[gq]|obrig|costrett|contrain|indott)\S* (?:par|por|da\S*|pel[oa]s?)(?: \S+){0,2} ?$/,
  /(?:press(?:ion|ión|ione|ão|ões|iones|ioni)|demande|insist[ae]n\S+|petición|pedido|solicitud|solicitação|richiesta)s?(?: (?:de|d['’]|des|del\S*|d[eao]s?|di|dei|degli))?(?: l[ao]s?| l['’])? ?$/,
  /(?:ضغط|ضغوط|طلب|بطلب|بضغط)(?: من)? $/,
  /(?:(?<!回)[应應]|(?<!早)在)$/,
);
const URGES = anyOf(
  /^(?:['’]s?)? (?:\w+ )?(?:request|urging|pressure|behest|insistence|prodding)/,
  /^ (?:gedrängt|gebeten|Druck|Drängen|Wunsch|Betreiben)/,
  /^ (?:давлени|просьб|требовани|настояни)/,
  /^の?[^，。、\sはがも]{0,4}(?:要請|圧力|要求|求め)/,
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
  /^ (?:to (?:talk|speak|press|intervene|lobby|plead|negotiate|copy|match|mirror|join|back|respect)|(?:de|di) (?:parl|interv|plaid|n[ée]go)|que (?:hable|fale|interced|interceda|negoci))/,
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
/** Before or behind its name, a place where somebody speaks or meets others, or where he goes. */
const SPEAKS_AT = anyOf(
  /\b(?:told|said|sp[eo]ak\w*|spoke|talk\w*|met|meeting|discuss\w*|reporters|journalists|audience|conference|interview|visit\w*|forum|panel)(?: [\w-]+){0,2} (?:in|at) $/,
  /(?:sprach\w*|sagte\w*|erörter\w*|traf\w*|Journalist\w*|Reporter\w*|Gespräch\w*|Besuch|Konferenz|Forum)(?: \S+){0,2} in $/,
  /(?:parl|discut|rencontr|évoqu|journalistes|visite|conférence|colloque|forum|déplacement|entretien)\S*(?: \S+){0,2} à $/,
  /(?:habl|fal|parl|discut|reun|encontr|incontr|periodistas|jornalistas|giornalisti|visita|conferen|foro|fórum|forum|entrevist)\S*(?: \S+){0,2} (?:en|em|a) $/,
  /(?:говор|обсу[дж]|рассказ|встре[тч]|журналист|визит|переговор|форум|конференц)\S*(?: \S+){0,2} в $/,
  /(?:ناقش|تحدث|التقى|بحث|أبلغ|صحفي|الصحفي|زيار|مؤتمر|منتدى)\S*(?: \S+){0,4} في $/,
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
  /(?:赴|[飞飛]往|前往|抵[达達]|[访訪][问問])$/,
);
const TRAVELLED_TO = anyOf(
  /^(?:を訪|[にへ](?:飛|赴|向か))/,
  /^(?:을|를) (?:찾|방문)|^으?로 (?:날아|향)/,
  /^ (?:पहुँच|पहुंच|गए|रवाना)/,
);
/** Before and behind goods to which others are likened. */
const LIKE =
  /(?:\b(?:like|as|wie|comme|como|come)|как|словно|مثل|像|如同)(?: (?:the|an?|die|der|das|du|de|l[aeo]s?|l['’]|i|gli|el|os?|as?))?(?: l['’]|['’])? ?$/;
const LIKENED = /^(?:のよう|처럼|같이|一[样樣]| की तरह| जैसे)/;
/** Before and behind its name: where something happens. */
const WHERE = /(?:^|[^\p{L}])(?:in|at|à|en|em|a|в|في|在)(?: the| den| der)? $/iu;
const IS_WHERE = /^(?:で|에서| में)/;
/** Before and behind its name: to whom somebody turns. */
const ASKED =
  /(?:^|[^\p{L}])(?:(?:to|of|from|with|ask\w*|urg\w+|beg\w*|lobb\w+)(?: the)?|bei|von|à|aux?|a[lo]?|alla|agli|aos?|у|к|من) $|[向对對]$/u;
const IS_ASKED = /^(?:에|に| से| को)/;
/** Before and behind a mention: it is that of a country named before. */
const THAT_COUNTRY =
  /(?:\b(?:the|that) country['’]s(?: [\w-]+){0,2} |[该該同][国國](?:政府)?(?:の|による|的|[对對実實][^，。、]{0,8})?[^，。、]{0,4})$/;
const OF_COUNTRY =
  /^ (?:of (?:the|that) country|de[sr] Landes|du pays|del pa[ií]s|do país|del [Pp]aese|страны)/;
/** Of a mention: somebody is to be let off it, who asks for that, or is heard. */
const LET_OFF =
  /(?:exempt|waiver|relief|reprieve|carve-?out|Ausnahme|Befreiung|dérogation|exenci|excepci|exención|isençã|exceçã|esenzion|derog|исключени|изъяти|освобожд|استثناء|إعفاء|豁免)[^.;:。]{0,30}$/;
const LET_OFF_BEHIND = /^(?:から(?:外|除)|の(?:適用除外|対象外)|에서 (?:빼|제외)|을 면제| से (?:छूट|राहत))/;
const ASKS =
  /plea|\bbeg|\bask|request|lobb|seek|sought|bitt|\bbat\b|ersuch|demand|réclam|sollicit|solicit|\bp[ei]d[ieí]|\bchie[ds]|прос[ия]|ходатай|طلب|طالب|म[ांाँं]+ग|अनुरोध|[请請]求|要求|求め|要請|요청|요구/;
const GRANTS =
  /(?<!be )exempt(?:ed|s)|waived|spared|befreit(?:e|en)? |eximió|isentou|esentò|освободил|أعفت|豁免了|grant|reject|refus|den[iy]|turned down|dismiss|approv|gewähr|lehnt|verweiger|accord|rejet|conced|rechaz|rejeit|negó|respin|rifiut|отказ|отклон|предостав|رفض|منح|拒[绝絕]|批准|認め|断|거부|거절|ठुकरा|दी\b/;
/** What an office is called by its field alone; before and behind it, what makes it the field, or another office. */
const FIELD = /^commerce$/i;
const OF_FIELD =
  /(?:[^A-Z\P{L}]-|\b(?:of|for|in|and|du|de|le|their|its|his)|&|[’']s|\p{Lu}\p{Ll}*(?:ese|ian|ean|tch)) $/u;
/** A ministry that many countries have, named without its country. */
const ANY_MINISTRY = /^商[务務]部/;
const IN_FIELD = /^ ?(?:-|[Mm]inist|MINIST|and\b|&|between|with|in\b|across|among)/;
/** Before or behind its name: one from whom another differs. */
const UNLIKE = anyOf(
  /(?:[Uu]nlike|[Rr]ather than|[Ii]nstead of|\b[Nn]ot) (?:the )?$/,
  /(?:[Aa]nders als|[Ii]m Gegensatz zu\w?|[Ss]tatt|\b[Nn]icht) (?:d\w+ )?$/,
  /(?:[Cc]ontrairement|[Àà] la différence|[Pp]lutôt que|\bpas) (?:aux?|à|d\S+)? ?(?:l\S+ )?$/,
  /(?:[Aa] diferencia|[Aa]l contrario que|[Aa]o contrário|[Dd]iferentemente|[Aa] differenza)(?: d\S+)?(?: l\S+)? (?:l['’])?$/,
  /(?:[Вв] отличие от|\b[Нн]е) $/,
  /(?:على عكس|خلاف[اً]+ ل|بخلاف) ?$/,
);
const IS_UNLIKE = /^(?:とは?(?:違|異な)|[와과]는? 달리| के विपरीत|不同)/;
/** Between two names: what the second has done to the first, told in passing. */
const ASIDE = /^, (?:\S+ )?\S+ (?:by|par|por|da\S*|pel[oa]s?|von)(?: \S+){0,2} ?$/;
/** Behind its name, Chinese: what the one before has done with it, however both are joined. */
const CONFERRED_WITH = /^[^，。、与與和同跟]{0,2}(?:协[调商]|協[調商]|磋商|[沟溝]通)/;
/** Behind its name, where others meet. */
const MEETS =
  /^ (?:trip|visit|summit|talks|यात्रा|दौर)|^-?(?:Reise|Besuch|Gipfel)|^(?:之行|会谈|會談|峰会|峰會|訪問)|^ 방문/;
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

/** Whether a mention is told to be that of the country named last. */
export function isOfThatCountry(text: string, start: number, end: number): boolean {
  return (
    THAT_COUNTRY.test(text.slice(Math.max(start - 30, 0), start)) ||
    OF_COUNTRY.test(text.slice(end, end + 24))
  );
}

/** Whether one who is asked behaves as asked where the mention is weakened: it is theirs, whoever asks. */
export function isAskedToEase(text: string, end: number): boolean {
  return ASKED_TO_EASE.test(text.slice(end, end + 24));
}

/** The same of a name behind the mention: in its noun phrase, its agent, or the subject of its relative clause. */
export function ownsBehind(gap: string, isTarget: boolean): boolean {
  if (CLEFT.test(gap)) return true;
  return isTarget ? OWNS.test(gap) : ADJOINS.test(gap) || (MADE_BY.test(gap) && !SUFFERED_BY.test(gap));
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

/** Whether a ministry is that of the country named before, if one is. */
export function isAnyMinistry(text: string, start: number, end: number): boolean {
  return ANY_MINISTRY.test(text.slice(start, end));
}

/** Whether a word is no name but that of a field: "commerce", where "Commerce" is the department. */
export function isField(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  return (
    FIELD.test(word) &&
    (word.startsWith('c') ||
      OF_FIELD.test(text.slice(Math.max(start - 16, 0), start)) ||
      IN_FIELD.test(text.slice(end, end + 10)))
  );
}

/** Whether a name is told of in passing, as one who did something to the name before: "Tokyo, urged by Washington, …". */
export function isAside(text: string, end: number, next: number): boolean {
  return ASIDE.test(text.slice(end, next));
}

/** How a name goes on to the next: "A and B" (`both`), "A, B" (`list`: if the rest is one), or not at all. */
export function joinOf(text: string, end: number, [next, last]: [number, number]): 'both' | 'list' | null {
  if (SUBJECT_MARK.test(text[end - 1] ?? '') || CONFERRED_WITH.test(text.slice(last, last + 8))) return null;
  const join = JOINS.exec(text.slice(end, next));
  if (!join) return null;
  return join[1] ? 'list' : 'both';
}

/** Whether a name is a place where somebody speaks, or where he goes. */
function isPlace(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start - 60, 0), start);
  const behind = text.slice(end, end + 60);
  return (
    (SPEAKS_AT.test(before) && !OFFICIALS_IN.test(before)) ||
    SPEAKS_IN.test(behind) ||
    TRAVELS_TO.test(before) ||
    TRAVELLED_TO.test(behind)
  );
}

/** Whether goods are only what others are likened to. */
export function isLikened(text: string, start: number, end: number): boolean {
  return LIKE.test(text.slice(Math.max(start - 12, 0), start)) || LIKENED.test(text.slice(end, end + 6));
}

/** Whether a name says where something happens. */
export function isWhere(text: string, start: number, end: number): boolean {
  return WHERE.test(text.slice(Math.max(start - 9, 0), start)) || IS_WHERE.test(text.slice(end, end + 4));
}

/** Whether a name is that of one to whom somebody else turns. */
export function isAsked(text: string, start: number, end: number): boolean {
  return ASKED.test(text.slice(Math.max(start - 20, 0), start)) || IS_ASKED.test(text.slice(end, end + 4));
}

/** Whether somebody asks to be let off a limit, told by its sentence before and behind it: who asks did not make it. */
export function isPlea(before: string, behind: string): boolean {
  return (
    (LET_OFF.test(before) || LET_OFF_BEHIND.test(behind)) &&
    ASKS.test(before + behind) &&
    !GRANTS.test(before + behind)
  );
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
    UNLIKE.test(before) ||
    IS_UNLIKE.test(behind) ||
    CONFERRED_WITH.test(behind) ||
    isPlace(text, start, end) ||
    isOfPrivateParty(text, start, end)
  );
}
