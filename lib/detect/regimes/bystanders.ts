/**
 * The grammar of who only stands by, in the languages of the packs: who urges others to impose, is told or consulted, speaks as an
 * envoy, or differs.
 */
import { anyOf } from './any-of';
import { isOfPrivateParty } from './private-parties';
import { isAgent, isConferredWith } from './who-acts';

/** Before or behind its name, one who urges others to impose. */
const URGED_BY = anyOf(
  /(?:request|urging|pressure|behest|insistence|prodding)(?: of| from| by)?(?: the)? $/i,
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
/** Ends before its name, one who is told something. */
const ADDRESSED =
  /\b(?:told|tells?|telling|assur\w+|promis\w+|remind\w+)(?: the)? $|(?:promis|promet|assur|garant|asegur|rassicur|dit|dijo|disse|detto|dijeron|disseram)\S* (?:à|a|ao|aos|aux|agli|alla) $/;
/** A name, of those who are told of their own. */
const ANSWERABLE = /^(?:Congr|[Ss]enat|Parl|lawm|the Diet)/;
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
/** Before or behind its name, a country's envoys: they speak. */
const ENVOY_OF =
  /(?:ambass(?:ad|ci)\S*|emba[ij]\S*|посол\S*|послу?а?|Botschaft\S*|سفير|سفارة|envoy|ambassador|embassy)(?: (?:of|de|d['’]|d[aeo]s?|di|du|von)(?: la| the)?)? ?$/i;
const ENVOYS = anyOf(
  /^(?:['’]s?)? (?:envoy|ambassador|embassy|Botschaft)/,
  /^(?:の|的|의)? ?(?:[駐驻주]\S{1,5} ?)?(?:大使|使[館馆]|대사)/,
  /^(?: (?:के|का))? (?:राजदूत|दूतावास)/,
);
/** Before or behind its name: one from whom another differs, or after whose example he acts. */
const UNLIKE = anyOf(
  /(?:(?:example|footsteps|model|playbook) of|(?:modelled|modeled|patterned) (?:on|after)) (?:the )?$/,
  /(?:Vorbild|Beispiel|Muster|Fußstapfen)(?: von| der| des)? $/,
  /(?:exemple|modèle|instar|traces|ejemplo|modelo|estela|exemplo|esempio|modello|scia|orme) d(?:es?|u|[aeio]s?|el|ell[ae]|egli)?[ '’](?:l[aeo]s? |l['’]|['’])?$/,
  /(?:[Пп]о (?:примеру|образцу)|[Вв]след за) $/,
  /(?:على غرار|على خطى|أسوة ب) ?$/,
  /(?:比照|[仿参參]照|效[仿法]|仿效|[跟追][随隨]|[类類]似[于於]?)$/,
  /(?:[Uu]nlike|[Rr]ather than|[Ii]nstead of|\b[Nn]ot) (?:the )?$/,
  /(?:[Aa]nders als|[Ii]m Gegensatz zu\w?|[Ss]tatt|\b[Nn]icht) (?:d\w+ )?$/,
  /(?:[Cc]ontrairement|[Àà] la différence|[Pp]lutôt que|\bpas) (?:aux?|à|d\S+)? ?(?:l\S+ )?$/,
  /(?:[Aa] diferencia|[Aa]l contrario que|[Aa]o contrário|[Dd]iferentemente|[Aa] differenza)(?: d\S+)?(?: l\S+)? (?:l['’])?$/,
  /(?:[Вв] отличие от|(?:^|\s)[Нн]е) $/,
  /(?:على عكس|خلاف[اً]+ ل|بخلاف) ?$/,
);
const IS_UNLIKE = anyOf(
  /^(?:とは?(?:違|異な)|[와과]는? 달리| के विपरीत|不同)/,
  /^(?:['’]s?)? (?:example|footsteps|playbook)/,
  /^(?:に(?:倣|なら[いっ]|準じ)|の(?:例|手法)に|[을를] (?:본떠|본받)|의 (?:전례|사례|뒤)| की तर्ज़?)/,
);

/** Whether a name in the text is that of one who only urges others, is only told or visited, or of a country's firms. */
export function isBystander(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start - 40, 0), start);
  const behind = text.slice(end, end + 60);
  return (
    URGED_BY.test(before) ||
    TOLD.test(before) ||
    (ADDRESSED.test(before) && !ANSWERABLE.test(text.slice(start, end)) && !/^ to\b/.test(behind)) ||
    URGES.test(behind) ||
    (IS_TOLD.test(behind) && !isAgent(text, start, end)) ||
    ENVOY_OF.test(before) ||
    ENVOYS.test(behind) ||
    UNLIKE.test(before) ||
    IS_UNLIKE.test(behind) ||
    isConferredWith(text, end) ||
    isOfPrivateParty(text, start, end)
  );
}
