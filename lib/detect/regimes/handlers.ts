/**
 * The grammar of who handles a limit, for a name that is as often the one a limit is aimed at, or only a place: it is the
 * subject of a verb that says what is done to rules.
 */
import { anyOf } from './any-of';

/** Ends before a subject: the beginning of a clause. */
const CLAUSE_BEGINS = anyOf(
  /(?:^|[.!?:;,—–(“"«¿¡‘]\s?|(?:^|\s)(?:that|after|because|since|if|once|as|when|while|whether|until|before|though|although|unless|says?|said|thinks?|believes?|and|but|so|where|which|how|why|what|than|then|now)(?: the)? )$/i,
  /(?:^|\s)(?:que|porque|cuando|quando|si|se|mientras|enquanto|aunque|embora|y|e|pero|mas|dass|weil|wenn|als|nachdem|ob|da|seit|obwohl|bevor|während|und|aber|что|как|когда|и|но|che|se|quand|lorsque|alors que|après que|et)(?: (?:a|o|os|as|la|le|les|el|los|las|il|i|gli|die|der|das|the))? (?:l['’])?$|(?:^|[.!?:;,—–(“"«¿¡‘]\s?)(?:(?:a|o|os|as|la|le|les|el|los|las|il|i|gli|die|der|das|the) |l['’])$/i,
  /(?:^|[，。；：、“”「」『』（(说說称稱示指道认認为為因由自当當若]|如果|[虽雖]然|[之以]?[后後前]|而|但是?|[随隨][着著]|导致|導致)$/,
  /(?:^|[\s،.])(?:[أإ]نّ?|ب[أإ]ن|ل[أإ]ن|بعدما|عندما|حين|إذا|لكن|ولكن|كما) $/,
);
/** Follows it: what it does to rules. */
const HANDLES = anyOf(
  /^ [^.;]{0,60}? (?:its|their) own (?:export|chip|curb|control|restrict|limit)|^ ha(?:s|d|ve) (?:[a-z]+ )?(?:export (?:control|curb|restrict|limit|ban|quota)|(?:curb|control|restriction|limit|ban)s? on )/,
  /^(?: (?:ha[sd]|have|is|was|will|would|may|might|could|can|should|must|did|does|not|also|again|now|then|first|later|still|itself|\w+ly|to|been|be|never|only|even|soon|just|about|going|ready|set|willing|able|try\w*|plan\w*|prepar\w+|want\w*|refus\w+|agree\w*|promis\w+|threaten\w*|decid\w+|beg[aiu]n|start\w*|continu\w+|vow\w*|pledg\w+|said it would|says it will|said it will))* (?:impos|put|plac|tighten|loosen|lift|eas|relax|scrap|defend|justif|invok|appl|enforc|(?:keep|kept)(?! (?:press|ask|urg|lobby|call|buy|hop|wait))|maintain|reinstat|reviv|strengthen|cancel|soften|simplif|clarif|remov|withdr|design|abus|perfect|prepared|chose|sign|turn(?:s|ed)? to|resort|creat|wr[oi]t|ramp|step(?:s|ped)? up|brandish|wield|doubl|refin|set(?:s)? (?:up|out)|devis|draft|suspend|paus|expand|extend|widen|broaden|announc|unveil|introduc|restrict|limit|bann?|halt|stop|curb|block|barr?|fr[eo]e?z|shelv|delay|postpon|roll|us(?:e[sd]?|ing) |deploy|weaponi[sz]|consider|mull|weigh|requir|add|adopt|enact|issu|publish|releas|drop|abandon|end(?:s|ed)? |resum|renew|prolong|br[io](?:ng|ught)|choke|squeez|slap|reimpos|reserv|rationalis|streamlin|exempt|stretch|sharpen|toughen|rewr[io]|redr[ae]w|beef(?:s|ed)? up|water(?:s|ed)? down|dilut|trim|narrow|codif|amend|revis|updat|rescind|revok|repeal|abolish|hard?en|stiffen|clamp|withh[eo]ld|forb[ia]d|prohibit|outlaw|veto|suspend|cap(?:s|ped|ping)?\b)/,
  /^(?: (?:rechtfertig|verteidig|locker|h[eo]b|missbrauch|beh[aäi]|str[ei]+ch|strich|vereinfach|h[aäi]e?lt an|setz|führ|weit|nimmt|nahm|erfand|schuf|wend|verwalt|handhab|nutz|verläng|erwäg|plan|droh|verhäng|verschärf|beschränk|begrenz|verb[io]e?t|erl[aä]ss|erließ|künd|beschl)| (?:die|den|das|seine?[nr]?|ihre?|neue|hat|habe|hatte|will|wolle|wird|werde|würde|könnte|dürfte|kann|muss|soll)\b[^.;:]{0,90}(?:verschärf|locker|[fg]ehoben|aufheb|aufhebt|führ|verhäng|rechtfertig|verteidig|weite|ausdehn|aussetz|ausgesetzt|str[ei]+ch|vereinfach|missbrauch|behält|behalt|beschränk|begrenz|verb[io]et|erlass|erließ|erlässt|nutz|ein(?:zu)?setz|kündig|beschl[io]|verlänger|nehm|nimmt|nahm|genommen|wend|durchsetz|handhab|verwalt|plan|erwäg|mach))/,
  /^(?: (?:ha|hab[ií]a|va|vai|iba|ia|ya|já|tamb[ié]\S+|no|não|n[uo]nca|se|a|de|que|quiere|quer|piensa|pretende|plane\S+|puede|pode|podr[ií]a|poderia|podrá|poderá|volvi[óo]u?|volt\S+|decidi[óu]|acept\S+|aceit\S+|promet\S+|nieg\S+|neg\S+|recus\S+|s[óo]lo|só|ayer|ontem|hoy|hoje|acab\S+|lleva años|sigue|continua|continúa|está|estaba|estava))* (?:imp[ou]|endure|apret|apert|relaj|relax|flexibili|levant|retir|suspend|elimin|anul|cancel|justific|defend|defiend|manti?[eu]|manté|abandon|aplic|refor[zcç]|refuer|simplific|abus|multiplic|reactiv|retom|dise[ñn]|desenh|ampli|extend|extiend|estend|anunci|present|introdu|restrin|limit|proh[ií]b|pro[ií]b|vet[aóo]|bloque|paus|apla[zc]|adi[oa]|congel|us[aóo]|utili[zc]|emple|empreg|esgrim|amena[zc]|ameaç|estud|decret|public|apr[uo]|renov|renuev|prorrog|reanud|afloj|afroux|suavi|revo[cgq]|reintrodu|restable|cre[óao]|cri[oa]|firm[óa]|(?:cierr|cerr|fech|cort)[aóo]\S* (?:el grifo|la llave|a torneira))/,
  /^(?:政府|[当當]局|[说說称稱]|要|[已将將会會也则則又仍才就再正刚剛可或能曾]|可能|近日|日前|今年|去年|[随隨][后後即]|此前|[拟擬]|[计計][划劃]|打算|[准準][备備]|[决決]定|同意|承[诺諾]|拒[绝絕]|[坚堅]持|[开開]始|[继繼][续續]|不[会會]|[没沒]有|[对對以把利]用?|通[过過]|\d{1,2}[年月日])*(?:[取撤]消|[撤取][销銷回]|放[松宽鬆寬]|[松鬆][绑綁]|[维維]持|恢[复復]|[强強]化|[简簡]化|[滥濫]用|[调調]整|完善|[优優]化|升[级級]|重[启啟]|保留|[执執]行|建立|[实實]施|收[紧緊]|加[强強码碼]|[扩擴]大|宣布|[暂暫][停缓緩]|推[迟遲出]|公布|出台|祭出|限制|禁止|管制|解除|中止|延[长長]|[坚堅]持|稀土|[出]口管制)/,
  /^(?: (?:a|ont|va|vont|vient|veut|compte|pourrait|avait|devrait|prévoit|envisage|de|à|aussi|également|déjà|décidé|refus\S+|accept\S+|promis|menac\S+)| d['’]| n['’])* ?(?:durc|assoupl|impos|instaur|limit|restrei|interdi|suspend|lev|lèv|élarg|éten|renforc|adopt|annonc|publi|introdui|maint|justifi|défend|abandon|prolong|resserr|bloqu|mi[st] en place|met en place)/,
  /^(?: (?:ha|hanno|va|vuole|potrebbe|aveva|anche|già|di|a|deciso|intende|starebbe per|sta per))* (?:inaspr|allent|impo[sn]|introdu|introdott|limit|vieta|sospe[sn]|revoc|ampli|estes|estend|rafforz|adott|annunci|pubblic|manti?en|giustific|difend|prorog|blocc|stabil|var[ao]|chiu[ds]\S* (?:il|i) rubinett)/,
  /^ (?:لن |قد |لم |لا |كانت |سوف |ما زالت )?س?[تأ]?(?:فرض|شدد|وسع|علق|رفع|خفف|لغ|برر|دافع|طبق|عزز|بق|عاد|عيد|سيء|ساءت|نوي|عتزم|ستخدم|استخدم|ستغل|استغل|فكر|درس|علن|قرر|صدر|حظر|قيد|وقف|بسط|مدد|جل|ؤجل|سهل)/,
);

/** The same where a particle, or the form of the verb, makes the subject, wherever it stands. */
const HANDLES_AS_MARKED = anyOf(
  /^(?: (?:также|уже|не|намерен\S*|планиру\S+|решил\S*|может|снова))* (?:ужесточ|смягч|вв[её]л|введ|ввод|огранич|запре|приостан|расшир|снял|сним|отмен|продл|усил|примен|объяв|опубл|утверд|защи|оправд|сохран)[а-яё]*?(?:л[аио]?|[уюяеи]т)(?![а-яё])/,
  /^(?:政府|当局|側)?[はがも][^。]{0,50}(?:強化|厳格化|導入|実施|緩和|撤廃|解除|停止|延長|拡大|制限|禁止|発表|公表|管理|決定)/,
  /^(?: (?:정부|당국|측))?[은는이가도] [^.]{0,40}(?:강화|도입|시행|완화|철회|해제|중단|연장|확대|제한|금지|발표|부과|결정)/,
  /^ (?:सरकार )?ने [^।]{0,50}(?:कड़|लागू|लगा|ढील|हटा|बढ़ा|रोक|घोष|सीमित|सख़?्त)/,
);
/** Ends before a name: the verb, where it stands ahead of its subject; behind that its object begins. */
const HANDLES_AHEAD = anyOf(
  /(?:^|\s)(?:verschärf|locker|verhäng|beschränk|begrenz|verb[io]e?t|erl[aä]ss|erließ|führ|weite|setz|hob|heb|plan|künd|beschl|hat|will|wird)\S* $/,
  /(?:^|[\s،.])و?(?:س?ت|س?ي)?(?:فرض|شدد|وسع|علق|رفع|خفف|ألغ|ألغت|لغ|طبق|عزز|أصدر|حظر|قيد|أوقف|مدد|أجل|عدل|علن|أعلن|قرر)\S* $/,
);
const OBJECT = /^ (?:die|den|das|seine?[nr]?|ihre?[nr]?|neue) |^ [؀-ۿ]/;

/** A headline in capitals, behind a name. */
const ALL_CAPITALS = /^ [\p{Lu} ]{12}/u;

/** Whether a name that may be anybody’s target is the subject of a verb that says what is done to rules. */
export function isHandler(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start - 24, 0), start);
  const after = text.slice(end, end + 140);
  const behind = ALL_CAPITALS.test(after) ? after.toLowerCase() : after;
  return (
    (HANDLES.test(behind) && CLAUSE_BEGINS.test(before)) ||
    HANDLES_AS_MARKED.test(behind) ||
    (HANDLES_AHEAD.test(before) && OBJECT.test(behind))
  );
}
