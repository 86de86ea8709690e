/**
 * The grammar of whom a sentence addresses, in the languages of the packs: who is asked to undo a limit or to make one, is
 * accused of using one, has its envoy summoned, or gives the licences, imposes it.
 */
import { anyOf } from './any-of';
import type { Span } from './decide-regime';

/** What is said before a name, between it and the mention behind it, and, where a verb ends the sentence, behind that. */
type Address = [before: RegExp, between: RegExp, behind?: RegExp];

/** Between the verb and the name: "on the newly elected", "à l’actuel". */
const TO = String.raw`\S*(?: (?!and |und |et |y |e |и )[^\s.,;:]+){0,5}? (?:[ldLD]['’])?$`;
/** Behind the name: its title, its house. */
const NAMED = String.raw`^(?:['’]s)?(?: (?!and |und |et |y |e |и )[^\s.,;:]+){0,3}?`;
/** Up to the mention: no other clause, nor another thing that is complained of. */
const UP_TO = String.raw`(?:(?! (?:and|but|while|und|aber|et|mais|y|e|ma|и|но) \S+ \S| (?:over|about|against|über|wegen)\b)[^.;:]){0,60}$`;

const address = (before: string, between: string, behind?: RegExp): Address =>
  [
    new RegExp(`(?:^|[\\s('’“"«„])(?:${before})${TO}`, 'i'),
    new RegExp(`${NAMED},?(?:${between})${UP_TO}`, 'i'),
    ...(behind ? [behind] : []),
  ] as Address;

const ADDRESSES: Address[] = [
  address(
    'ask|urg|got|w[io]n|obtain|extract|secur|press|call(?:s|ed|ing)?(?: again| once more)? (?:up)?on|implor|beg|appeal|lobb|want|petition|push|persuad|convinc|expect|demand|thank|tell|told|forc',
    String.raw` (?:to|for|should)(?: \w+ly| at once)? (?:lift|eas|scrap|drop|relax|exempt|suspend|revers|withdraw|end(?:ing)? |remov|repeal|roll(?:ing)? back|soften|re(?:consider|think)|halt|cancel|loosen|spar|waiv|delay|postpon|paus|abandon|rescind|revok|abolish|undo|dismantl|unwind|clarif|justif|shelv|adopt|impos|introduc|tighten|expand|extend|widen|strengthen|write |put in place|keep|maintain)`,
  ),
  address('(?:(?:fight|row|dispute|quarrel|feud|spat|clash|stand-?off)(?:s|es)?|odds) with', ' over'),
  address(
    'accus|blam|denounc|rebuk|charg|criticis|criticiz|condemn',
    ' (?:of|for|with) (?:the )?(?:using|use of|(?:ab|mis)us|weaponi[sz]|wield|exploit|politici[sz]|stretching|impos|tighten|hiding behind|turning|expand|widening)',
  ),
  address(
    'forder|r[iu]ef|ruft|bat\\b|bitte|ersuch|dräng|mahn|appellier|verlang|bewog|bewegt|überred',
    '(?: (?:dazu|erneut|dringend))?(?: (?:auf|nach))?, ',
    /^[^.;:]{0,50} (?:auf(?:zu)?heben|zu (?:lockern|beenden|überdenken|streichen|verschieben|überprüfen|mildern|entschärfen|befreien|verzichten|kippen|begründen|verhängen|verschärfen|erlassen|verstärken)|einzuf\S+|zurückzu\S+|ausz[un]\S+|abzu\S+|fallen zu)/,
  ),
  address(
    'forder|verlang',
    String.raw` (?:zur?|eine?|die) (?:\S+ )?(?:Aufhebung|Lockerung|Ende|Rücknahme|Aussetzung|Abschaffung)`,
  ),
  address(
    'warf|wirft|werfen|beschuldig',
    '(?: vor)?, ',
    /^[^.;:]{0,50} (?:zu (?:missbrauchen|nutzen|benutzen|gebrauchen|instrumentalisieren|verwenden|machen|verhängen|verschärfen|politisieren|beugen|folgen)|(?:ein|aus|nach)zu\S+)/,
  ),
  address(
    'exhort|appel|press|demand|invit|somm|suppli|pri[eé]|enjoin|conjur|pouss|convain|persuad|obten|voul|veut|remerci|réclam',
    String.raw`(?: (?:à|de|pour|qu['’]\S+) | d['’])(?:les? |l['’]|\S+ement )?(?:lev|lèv|assoupli|suspend|retir|annul|abandonn|re(?:ven|vien)|renonc|exempt|allég|mett?re? fin|supprim|report|reconsid|revoir|abrog|dispens|épargn|adopt|impos|instaur|durci|renforc|élargi|étend|introdui)`,
  ),
  address(
    'accus|reproch|dénonc|blâm|critiqu|félicit|salu|applaud|lou[aé]',
    "(?: (?:de|pour) | d['’])(?:s['’])?(?:élarg|étend|renforc|adopt|utilis|abus|instrumentalis|détourn|brand|faire|se servir|impos|durcir|user|avoir|politis|employ)",
  ),
  address(
    'inst|pid|ped|exig|exhort|llam|urg|solicit|reclam|rog|invit|suplic|presion|conmin|quier|convenc|agradec',
    String.raw` (?:a|que|por|de|para que)(?: \S+mente)? (?:levant|retir|flexibili|relaj|suspend|elimin|ex[ie]m|exim|exclu|revis|reconsider|derog|cancel|anul|aplac|aplaz|revo[cq]|suavi|alivi|abandon|renunci|pon(?:er|ga) fin|rectifi|reviert|revert|impon|impus|imponga|adopt|endure|ampl[ií]|refor|refuer|introdu|estable)`,
  ),
  address(
    'acus|reproch|denunci|critic|elogi|felicit|aplaud|alab',
    ' (?:de|por) (?:ampli|refor|adopt|us|utili|abus|instrumentali|impon|endurec|convert|emple|vale|servi|esgrim|politi|haber)',
  ),
  address(
    'inst|ped|exig|exort|apel|solicit|cobr|convid|press|quer|conven|conclam|rog|reivindic|agradec|urg',
    String.raw` (?:a|que|para|por|para que)(?: \S+mente)? (?:levant|retir|flexibili|relax|suspend|elimin|isent|revis|reconsider|revog|cancel|anul|adi|suavi|alivi|abandon|renunci|p[oô]r fim|ponha fim|revert|remov|afroux|derrub|acab|imp[oôu]|adot|endure|ampli|refor|introdu|estabele)`,
  ),
  address(
    'acus|critic|denunci|elogi|felicit|aplaud|louv',
    ' (?:de|por) (?:ampli|alarg|refor|adot|us|utili|abus|instrumentali|impor|endurec|transform|empreg|servi|brand|politi)',
  ),
  address(
    'chie[ds]|invit|esort|sollecit|implor|preg|esig|prem|press|intim|pretend|vuol|convin|ringrazi|appell',
    String.raw` (?:a|di|affinché|perché|che|per)(?: \S+mente)? (?:revoc|ritir|allent|sospend|elimin|esent|rived|ricons|annull|cancell|rinvi|ammorbid|abbandon|rinunci|porre fine|togli|aboli|rimuov|allegger|esclud|impo[nr]|adott|inaspri|ampli|rafforz|introdu|estend)`,
  ),
  address(
    'accus|rimprover|critic|denunci|elogi|lod[ai]|applaud',
    ' (?:di|per) (?:ampli|esteso|estend|rafforz|adott|us|utili|abus|strumentali|impor|inaspri|trasform|impieg|servi|brandi|politi|aver)',
  ),
  address(
    'призва|призыва|потребова|требу|просит|просил|попроси|убеди|убежда|умоля|заставл|настаива|благодар',
    String.raw` (?:чтобы \S+ |немедленно |полностью |как можно скорее )?(?:снять|отмен|смягч|ослаб|приостанов|освобод|отказа|пересмотр|прекрат|отозв|отлож|исключ|вывест|сня[тл]|ввест|введ|ужесточ|расшир|усил|принят|за (?:смягч|отмен|ослаб|приостан))`,
  ),
  address(
    'обвин|упрек|осуди|раскритикова',
    String.raw` (?:в|за) (?:том, что \S+ )?(?:злоупотребл|использ|введени|ужесточ|применен|расшир|превращ|политизац)`,
  ),
  address(
    'دع|يدع|تدع|حث|تحث|يحث|طالب|تطالب|يطالب|طلب|تطلب|يطلب|ناشد|تناشد|يناشد|شكر',
    ' (?:(?:إلى|على|أن) |ب|ل)?(?:رفع|إلغاء|تخفيف|تعليق|إنهاء|وقف|إعفاء|سحب|التراجع|مراجعة|إعادة|تأجيل|استثناء|[تي]رفع|[تي]لغي|[تي]خفف|[تي]علق|[تي]عفي|[تي]سحب|فرض|تشديد|توسيع|تبني|[تي]فرض|[تي]شدد)',
  ),
  address(
    'protest|complain|object|beschwer|plain[td]|quej|queix|lament',
    String.raw` (?:about|over|at|against|über|gegen|d[eu]s?|contr[ea]|por|pel[ao]s?|per|d[ae]\S{1,3}|su\S*)(?= )`,
  ),
  address('احتج|تحتج|اشتك|تشتك', ' (?:على|من|بشأن)'),
  address(
    'seek|ask|demand|want|await|request',
    ' (?:clarity|clarifications?|explanations?|answers?|guidance|assurances?) (?:on|about|over|regarding)',
  ),
  address(
    'aclaraci|explicaci|esclareciment|explicaç|garant|chiariment|spiegazion|précision|explication|éclaircissement',
    ' (?:sobre|acerca|por|quanto|su\\S*|au sujet)\\b',
  ),
  address('طلب|تطلب|يطلب', ' (?:توضيح|تفسير|ضمان)\\S* (?:بشأن|حول)'),
  address('اتهم|تتهم|يتهم|انتقد|تنتقد', ' ب(?:است|إساء|تحو|تسي|فرض|تشد|توظ)'),
];

/** The same where nothing parts the words. */
const UNPARTED: Address[] = [
  [
    /(?:敦促|要求|呼[吁籲]|促[请請]?|[请請]求?|希望|盼|施[压壓]|[劝勸][说說]?|喊[话話]|[说說]服|感[谢謝])$/,
    /^[^，。；：]{0,6}(?:取消|解除|放[宽寬松鬆]|[松鬆][绑綁]|撤[销銷回除]|停止|[暂暫][停缓緩]|中止|豁免|[终終]止|[纠糾]正|[废廢]除|[减減][轻輕免]|收回|重新考[虑慮]|推[迟遲]|移除|[实實]施|加[强強]|收[紧緊]|[扩擴]大|出台|[采採]取|祭出)[^，。；：]{0,16}$/,
  ],
  [
    /[向跟]$/,
    /^[^，。；]{0,4}(?:提出|表[达達示]|反映)[^，。；]{0,4}[对對就]?[^，。；]{0,10}$/,
    /^[^。]{0,8}(?:交涉|抗[议議]|不[满滿]|[关關]切|[忧憂][虑慮]|[担擔][忧憂心])/,
  ],
  [
    /(?:指[责責控]?|批[评評]|[谴譴][责責]|抨[击擊]|[控指][诉訴]|[称稱])$/,
    /^[^，。；：]{0,4}(?:[将將把]|利用|[滥濫]用|[运運]用|[动動]用|[借藉以拿靠])[^，。；：]{0,10}$/,
  ],
  [
    /(?:)$/,
    /^[^、。はがをに]{0,6}に(?:対し(?:て)?)?[、，]?[^。は]{0,40}$/,
    /^[^。]{0,12}?(?:撤廃|緩和|解除|見直し|撤回|停止|延期|除外|免除|廃止|中止|凍結|やめ|止め|外す|取り(?:消|下げ)|導入|強化|強め|拡大|実施|厳格化)[^。]{0,12}?(?:求め|要請|要求|促し|促す|訴え|働きかけ|迫っ|迫る|呼びかけ|頼)/,
  ],
  [/(?:)$/, /^を[^。、はが]{0,16}提訴(?:し|、)[^。はが]{0,24}$/],
  [/(?:)$/, /^[을를] [^.]{0,16}제소(?:하|했|한|해)[^.]{0,24}$/],
  [
    /(?:)$/,
    /^を(?:批判|非難)し(?:て)?、[^。]{0,24}$/,
    /^(?:措置)?(?:を|の)[^。]{0,8}(?:撤廃|緩和|解除|見直し|撤回|停止|中止|凍結|やめ)[^。]{0,6}(?:求め|要請|要求|促し|促す|迫)/,
  ],
  [
    /(?:)$/,
    /^[^、。はがをに]{0,6}が[^。はが、]{0,16}$/,
    /^(?:措置)?(?:を[^。、]{0,8}?(?:武器|[乱濫]用|悪用|盾|てこ|テコ|カード|圧力)|で[^。、]{0,8}?(?:追随|同調|屈し|従))[^。]{0,24}?(?:非難|批判|指摘|訴え|主張|けん制|述べ|語)/,
  ],
  [
    /(?:)$/,
    /^(?: (?:정부|당국|상무부|행정부|측))?(?:에게?|에 대해|측에) [^.]{0,40}$/,
    /^[^.]{0,16}?(?:철회|완화|해제|중단|면제|유예|폐지|제외|취소|연기|재검토|풀어|거두|빼|도입|강화|확대|시행)[^.]{0,16}?(?:요구|촉구|요청|호소|압박|당부|건의|부탁)/,
  ],
  [
    /(?:)$/,
    /^(?: (?:정부|당국|상무부|행정부|측))?[이가] [^.,]{0,16}$/,
    /^(?:조치)?[을를] [^.]{0,10}?(?:무기|남용|악용|지렛대|카드|압박)[^.]{0,24}?(?:비난|비판|지적|주장|성토|말했)/,
  ],
  [
    /(?:)$/,
    /^ (?:(?:सरकार|प्रशासन|सरकारों) )?से [^।]{0,40}$/,
    /^[^।]{0,16}?(?:हटा|ढील|वापस|ख़?त्म|समाप्त|छूट|रद्द|नरम|टाल|स्थगित|बाहर|रोक|लगा|लागू|कड़|सख़?्त)[^।]{0,20}?(?:म[ांाँं]+ग|अपील|आग्रह|अनुरोध|कहा|गुहार)/,
  ],
  [
    /(?:)$/,
    /^ (?:(?:सरकार|प्रशासन) )?पर [^।]{0,30}$/,
    /^[^।]{0,24}?(?:हथियार|दुरुपयोग|इस्तेमाल|उपयोग|प्रयोग|सख़?्त|कड़े)[^।]{0,16}?आरोप/,
  ],
];

/** All of a name ahead of the mention. */
const AHEAD = [...ADDRESSES, ...UNPARTED];

/** The same of a name behind the mention: what stands before the mention, between both, and behind the name. */
const BEHIND: [before: RegExp, between: RegExp, behind: RegExp][] = [
  [
    /\b(?:rais(?:es?|ed|ing)|(?:took|takes?|taking|brought|brings?|bringing) up)(?: \S+){0,4} $/,
    /^(?: \S+){0,8}?(?: up)? with(?: [^\s.,;:]+){0,4} $/,
    /(?:)/,
  ],
  [
    /(?:)/,
    /^[^.;:]{0,50}\b(?:call(?:s|ed|ing)? on|urg(?:es|ed|ing)|ask(?:s|ed|ing)|press(?:es|ed|ing))(?: the)? $/,
    /^ to (?:lift|eas|scrap|drop|suspend|revers|withdraw|remov|repeal|re(?:consider|think)|cancel|loosen|rescind|revok|abandon|correct)\w* (?:them|it)\b/,
  ],
  [
    /(?:)/,
    /^[^。；]{0,16}[向跟]$/,
    /^[^，。]{0,4}(?:提出|表[达達示])[^，。]{0,6}(?:交涉|抗[议議]|不[满滿]|[关關]切|[忧憂][虑慮]|[担擔][忧憂心])/,
  ],
  [
    /(?:)/,
    /^(?:について|に関し(?:て)?|をめぐ(?:り|って)|に対し(?:て)?|への?)[^。は]{0,14}$/,
    /^[^、。はが]{0,6}に(?:対し(?:て)?)?[^。は]{0,12}(?:抗議|懸念|憂慮|遺憾|申し入れ|(?:説明|回答|釈明)を?(?:要求|求め))/,
  ],
  [/(?:)/, /^ (?:पर|को लेकर|के बारे में) (?:\S+ )?$/, /^ से (?:स्पष्टीकरण|जवाब|सफ़?ाई|विरोध)/],
  [
    /(?:)/,
    /^[^.]{0,24}$/,
    /^(?: (?:정부|당국|상무부|측))?에(?:게)? [^.]{0,12}(?:항의|우려를|유감을|전달|설명[을]? 요구|해명)/,
  ],
];

/** Ends a name, and is none of it. */
const ENDS_IN = /(?:[がはも이가은는将將把]|(?<!인)도)$/;

/** Whether a name is that of one addressed for the mention between `start` and `end`. */
export function isAddressed(text: string, [first, last]: Span, [start, end]: Span): boolean {
  if (first > end) {
    const [ahead, gap, rest] = [
      text.slice(Math.max(start - 60, 0), start),
      text.slice(end, first),
      text.slice(last, last + 60),
    ];
    return BEHIND.some(
      ([before, between, behind]) => between.test(gap) && behind.test(rest) && before.test(ahead),
    );
  }
  if (last > start || start - last > 140) return false;
  const before = text.slice(Math.max(first - 60, 0), first);
  const between = text.slice(last - (ENDS_IN.exec(text.slice(first, last))?.[0].length ?? 0), start);
  const behind = text.slice(end, end + 90);
  return AHEAD.some(
    ([verb, undo, rest]) => undo.test(between) && verb.test(before) && (!rest || rest.test(behind)),
  );
}

/** Behind and before a name: what makes it that of an envoy. */
const ENVOY_BEHIND = anyOf(
  /^(?:['’]s)?[ -](?:\w+ )?(?:ambassador|envoy|chargé|diplomat|botschaft|gesandt|geschäftsträger)/i,
  /^ (?:посл|дипломат|(?:временн\S+ )?поверенн)/,
  /^的?(?:[驻駐][^，。]{1,4})?(?:大使|公使|[临臨][时時]代[办辦]|使[节節]|外交官)/,
  /^の?(?:駐[^、。]{1,5})?(?:大使|臨時代理大使|公使)/,
  /^(?:의)? ?(?:주\S+ )?(?:대사|공사|외교관)/,
  /^ (?:के |की )?(?:\S+ )?राजदूत/,
);
const ENVOY_BEFORE = anyOf(
  /(?:ambassadeu|ambassadrice|chargé\S* d['’]affaires|embajador|embaixador|ambasciator|ambasciatric|encargad\S+ de negocios|diplom[aá]t)\S*(?: d(?:e|es|el|os?|as?|egli|ei|ella))?(?: l\S{1,2})? (?:[ld]['’])?$/i,
  /(?:посл|поверенн|дипломат)\S* $/,
  /(?:سفير|القائم بالأعمال)\S* $/,
);
const SUMMONED =
  /summon|carpeted|einbestell|bestell\S+ [^.]*\bein\b|zitier|convoqu|convoc|вызва|вызов|召[见見]|[约約][见見]|呼び出|呼びつけ|召喚|초치|불러|استدع|तलब/i;

/** Whether a name is that of one whose envoy is summoned in its sentence. */
export function isSummoned(text: string, [first, last]: Span, sentence: Span): boolean {
  return (
    (ENVOY_BEHIND.test(text.slice(last, last + 40)) ||
      ENVOY_BEFORE.test(text.slice(Math.max(first - 40, 0), first))) &&
    SUMMONED.test(text.slice(...sentence))
  );
}

/** Before and behind a name: a licence, a waiver or a fine is its to give. */
const GIVEN_BY = anyOf(
  /\b(?:licen[cs]es?|permits?|permission|approvals?|clearance|waivers?|exemptions?|fines?|penalt(?:y|ies)|green light)(?: [\w-]+){0,2}? from(?: the)? $|\b(?:appl(?:y|ies|ied|ying)|applications?)(?: \w+)? to(?: the)? $/i,
  /(?:Genehmigung|Lizenz|Erlaubnis|Ausnahme|Strafe|Bußgeld)\S*(?: \S+)? (?:aus|von|vom|der|des|bei)(?: de[rm])? $/,
  /(?:licence|autorisation|dérogation|exemption|amende|feu vert)s?(?: \S+)? (?:de|du|des|d['’])(?: la| l['’])? ?$/i,
  /(?:licencia|permiso|autorización|exención|multa|visto bueno)s?(?: \S+)? (?:del?|por)(?: los?| la)? $/i,
  /(?:licenç|permiss|autoriza[çz]|isenç|mult|licenz|permess|esenzion|deroga|nulla osta)\S*(?: \S+)? (?:d[aeio]s?|d[ae]l\S*|d[ae]gli)(?: ?l['’])? ?$/i,
  /(?:лицензи|разрешени|исключени|штраф)\S* (?:от|у|из|со стороны) $/,
  /(?:ترخيص|تراخيص|إذن|موافقة|استثناء|غرامة)\S*(?: من)? $/,
);
const GIVES = anyOf(
  /^(?:政府|商務省|当局|側)?(?:の|から)(?:[^、。はが]{0,4})(?:許可|認可|承認|ライセンス|罰金)/,
  /^(?: ?(?:정부|상무부|당국))?(?:의|로부터|에서)? (?:수출 )?(?:허가|승인|면제|라이선스)/,
  /^(?:商[务務]部|政府)?[的核]?(?:[发發]|出口)?(?:[许許]可|批准|[审審]批|豁免|[罚罰]款)/,
  /^ (?:सरकार )?(?:से|की) (?:लाइसेंस|मंज़?ूरी|अनुमति|छूट)/,
);

/** Whether a name is that of one who gives licences, waivers or fines in its sentence. */
export function isLicensor(text: string, [first, last]: Span): boolean {
  return GIVEN_BY.test(text.slice(Math.max(first - 60, 0), first)) || GIVES.test(text.slice(last, last + 30));
}
