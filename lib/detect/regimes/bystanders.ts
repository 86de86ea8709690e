/**
 * The grammar of who only stands by, in the languages of the packs: who presses others to impose, is consulted, or is
 * copied. What is imposed is the subject's.
 */
import { anyOf } from './any-of';
import { isDoneTo } from './ownership';
import { isOfPrivateParty } from './private-parties';
import { isConferredWith } from './who-acts';

/** Before and behind its name: what makes it a bystander's, such as "at the request of the", "’s pressure". */
const BESIDE = anyOf(
  /\b(?:tak(?:e[sn]?|ing)|took) (?:over|back) [^.;]{0,30}from(?: the)? $|\sübern(?:immt|ahm|ehmen|ommen)\S* (?:\S+ ){0,4}von(?: d\S\S)? $/,
  /\b[Aa]fter (?:\w+ ){0,3}(?:talks?|meetings?|calls?|visits?|discussions?|consultations?) (?:with|from|by)(?: the)?(?: [A-Z][\w.]*(?: of)?){0,6} $|[Nn]ach (?:\S+ )?(?:Gesprächen?|Treffen|Telefonat) mit(?: d\S\S)? $|[Aa]près (?:\S+ ){0,2}(?:discussion|entretien|consultation)s? avec(?: l\S{1,2})? (?:l['’])?$/,
  /(?:[Tt]ras|[Aa]pós|[Dd]opo) (?:\S+ ){0,2}(?:convers\S+|habl\S+|consult\S+|colloqu\S+|incontr\S+|reuni\S+|encontr\S+) co[nm](?: \S{1,3})? $|[Пп]осле (?:переговоров|консультаций|встречи) с $/,
  /(?:tecnolog[ií]as?|technologies?|tecnologie) d(?:[aeo]s?|es|e los|egli|ell[ae])(?: l\S{1,2})? ?$/,
  /(?:droits de douane|surtaxes|aranceles|tarifas|dazi|пошлин\S*|رسوم)(?: d(?:e|el|es|i|os?|as?|ei|egli|['’]))?(?: l\S{1,2})? ?$/,
  /\b(?:(?:request|urging|pressure|behest|insistence)(?: of| from)?|(?:urged|urged on|pressed|prodded) by|(?:consult|inform|match|copy)(?:s|ed|ing)?(?: n?either(?: \S+ n?or)?)?|(?:coordinat|communicat)\w+ with|unlike|not|visits? (?:by|from|of)|outside(?: of)?|a matter for|(?:talk|sp[eo]ak|spoke|met|meet)(?:s|ing|ed|en)? (?:to|with)|(?:row|dispute|quarrel|spat|feud) with|(?:left|leav(?:e|es|ing)|defer(?:s|red|ring)?) (?:\w+ ){0,3}to|so (?:had|did|was|were)|target(?:s|ed|ing)?|aimed at)(?: the)? $/i,
  /\b(?:(?:reach|name|affect|cover)(?:e?[sd])?|(?:appl(?:y|ies|ied)|extend(?:s|ed)?) to)(?: the)?(?: [A-Z]\w+,?){0,2}(?: and)? $/,
  /(?:pression|presión|pressione|pressão|pouss|instad|incalz|presionad|pressionad|pressat|pressé|spint)\S* (?:de|d[aei]\S{0,3}|par|por|pel[oa]s?)(?: l\S{1,2})? (?:l['’])?$/i,
  /(?:consult|coord[ie]n|préven)\S*(?: n[ieé]m?)?(?: (?:à|a[luo]?x?|con?|com|avec))?(?: l\S{1,2})? (?:l['’])?$/,
  /(?:Druck|Drängen|Wunsch|Gefolge|[Aa]nders als|[Nn]icht)(?: von| d\S\S)? $|(?:^|\s)(?:[Pp]as|[Nn]ão|[Nn]on|[Нн]е)(?: (?:l\S{1,2}|os?|il|gli))? (?:l['’])?$/,
  /\b(?:ally|allies|partners?) of(?: the)? $|(?:[Vv]erbündete\S*|Partner\S*) (?:von|d\S\S) $|(?:[Gg]ehilfen?|[Hh]elfern?|[Hh]andlangern?|[Vv]asall\S*|[Mm]arionetten?) (?:(?:von|d\S\S) )?$|союзни(?:к|ки|ков|ца|цы) $|حل(?:يف|فاء)\S* $/,
  /(?:alliée?|aliad[oa]|alleat[oaie]|partenaire|parceir[oa]|socio|c[oôú]mplice|vass?al\S{0,2}|títere|fantoche|marionn?ett[ea])s? (?:d[aeo]s?|des|d[ei]l?|de los|degli|dell[ae]) ?(?:l['’])?$/i,
  /(?:просьбе|давлением|требованию|настоянию|(?:советова|консульт)\S* с) $/,
  /(?:ضغط|ضغوط|طلب|تستشر|استشارة)(?: من)?(?: \S+)? $/,
  /\b(?:exempt|spar|exclud)(?:s|ed|ing)?(?: both)?(?: the)? $|\b(?:exemptions?|waivers?) (?:for|to)(?: the)? $/i,
  /(?:exempt|dispens|épargn|exclu|ex[ie]m|ex[eo]n[et]|isent|poup|es[eo]n[et]|risparmi)\S*(?: [àa][lu]?x?o?s?)?(?: (?:l\S{1,2}|[oaie]s?|il|gli))? (?:l['’])?$/i,
  /(?:освобо|исключ|избав)[а-яё]+ $/,
  /(?<!\S)و?(?:[تي]خشى|خشيت|[تي]تخوف|قلقت?|رحبت?|[تي]رحب|أشادت?|[تي]شيد) $/,
  /(?:عف[تىيا]|استثن)\S* (?:\S+ ){1,2}$/,
  /(?:^|\s)و?(?:ليست?|لا)(?: (?:في|من|عن))?(?: حكومة)? $/,
  /(?:比照|[仿参參]照|豁免了?|仿效|(?<!回)[应應]|[会會][见見晤])$/,
);
/** Before a word for both: how far apart they are. */
const APART = /\b(?:of|from) $/;
/** A house that is written to. */
const WRITES_TO = /致[信函]$/;
const HOUSE = /^[参參众眾][议議]院$/;
/** Before its name a "not"; behind it what it does all the same: "原因不在荷蘭不准機台輸往中國". */
const DENIED = /(?:不是|[并並]非|而非|不在|不由)$/;
const STILL_LIMITS = /^(?:政府|方面)?(?:不[准許许让讓]|禁|限制|管制|封[锁鎖]|[断斷]供)/;
const IS_BESIDE = anyOf(
  /^(?: ha[sd])? (?:(?:invest|fund)(?:s|ed)|put money) /,
  /^(?:['’]s?)? (?:\w+ )?(?:tariffs?\b|import duties\b|Zölle|Zöllen|Strafzöll)(?! (?:and|or|und|oder) |,(?! (?:yet|but|which|while|they|it) ))/,
  /^(?:政府|政[权權])?的?(?:[关關]税|[关關]稅)(?![和与與及、])|^(?:政権)?の?関税(?![とや・])|^(?: ?행정부)?(?:의)? ?관세(?![와과])|^ (?:के|की) (?:शुल्क|टैरिफ)(?! और)/,
  /^ (?:के|का|की) (?:\S+ )?सहयोगी/,
  /^(?:['’]s?)? (?:\w+ )?(?:request|urging|pressure|behest|bidding|insistence|to (?:talk|speak|copy|match|join)|(?:(?:officials|diplomats) )?(?:was|were|ha(?:s|ve|d)(?: not)? been) (?:not )?(?:consulted|informed|told|warned|briefed|notified))/,
  /^ (?:ha[sd] )?(?:asked|urged|pressed|lobbied|begged) h(?:im|er) to |^[-–][A-Z]\w+ (?:meeting|summit|talks|call)\b/,
  /^ polic(?:y|ies) of (?:its|their|his|her) own/,
  /^ (?:gedrängt|gebeten|einspannen|nicht gefragt|давлени)/,
  /^(?: and (?:the )?\S+)? (?:(?:was|were|is|are|been|be) |stay|remain)\w* ?(?:exempt|spared|excluded)/,
  /^(?: und (?:d\S+ )?\S+)?(?: (?:wurden?|sind|ist|wird|werden|bleib\S+))? von (?:d\S+|neue\S|ihre\S|seine\S) [^.;:]{0,50}(?:ausgenommen|ausnehm|befreit|verschont| aus\b)/,
  /^ (?:est|sont|reste\S*|(?:a|ont) été|está|están|qued\S+|fueron|fue|é|são|fo[ri]\S*|fic\S+|è|sono|resta\S*|(?:è|sono) stat\S) (?:exempt|dispens|épargn|exent|exim|exclu|isent|esent|esoner|esclus)/,
  /^(?:と[^、。はが]{1,8})?を[^。]{0,24}(?:対象外|除外|免除|から外)/,
  /^(?:[와과] \S+?)?[을를] [^.]{0,25}(?:제외|면제|뺐|빼고|예외)/,
  /^(?: और \S+)? को [^।]{0,30}(?:छूट|से (?:बाहर|मुक्त))/,
  /^(?:[和与與、][^，。]{1,4})?[^，。美中]{0,3}(?:豁免[于於]|免[于於]|排除在|不受)/,
  /^(?:の|に|と)?(?:要請|圧力|求め|言われ|促され|協議|相談)/,
  /^(?:政府|当局|側)?(?:では|じゃ)なく|^(?: (?:정부|당국))?[이가]? ?아니라|^(?: या \S+)?(?: (?:से|ने|का|की|के|को))? नहीं,/,
  /^(?:[과와] \S+?)?에(?:게|까지|도)* (?:동참|참여|합류|협조)|^(?:[やと][^、。はが]{1,8})?にも?(?:同調|参加|追随|協力)を/,
  /^(?:의|와|과)? (?:\S+ )?(?:요구|압박|요청|압력|협의)|^에게 [^.]{0,50}(?:말했|전했)/,
  /^ قبل (?!عام|شهر|سن|يوم|أيام|أ[سش]|ساع|\d)/,
  /^的?(?:压力|壓力|施[压壓]|敦促|要求(?!輝達|英[伟偉][达達]|[东東]京[电電威]|阿斯麦|艾司|英特|[应應][材用]|[设設][备備]|N[vV]|A[MS]|企[业業]|公司|出口商|[厂廠供晶芯取申]|[业業]者|[对對]|，|[每凡各]|所有|任何))/,
  /^ ?(?:정상회담|정상 간|무역 ?협상|합의|휴전|갈등)|^の?(?:首脳会談|合意|貿易協議|通商協議|対立|摩擦)|^(?:[经經][贸貿]磋商|元首|[达達]成|休[战戰]|[贸貿]易[战戰]|[会會][谈談]|[关關]系|關係|博弈)/,
  /^[^，。；]{0,8}(?:表示[欢歡]迎|不予置[评評])|^[^，。；]{0,2}(?:成了|[沦淪][为為]|承受|陷入|面[临臨]|首[当當]其[冲衝])|^的掌[声聲]/,
  /^[^、。]{0,12}は[^、。]{0,10}歓迎|^の[^、。はがを]{1,8}(?:鉱山|工場|拠点|製錬所)|^(?: \S+)?[은는] (?:\S+ ){0,3}환영/,
  /^ (?:ने )?(?:\S+ ){1,3}(?:का|के|को लेकर) (?:मुद्द|मामल|मसल|सवाल)/,
  /^ [«„"]?(?:\S+ )?(?:выступа|возража)\S+ против /,
  /^(?: \S+)? (?:(?:приветств(?:ов|у)|похвалил)\S* |(?:одобрил|поддержал)[аио]? (?:решени|шаг|это ))/,
  /^ ने (?:\S+ ){1,4}(?:स्वागत|सराहना|तारीफ़?) /,
  /^(?: \S+)? подн(?:ял[аи]?|им[аеу]\S+) (?:\S+ )?(?:вопрос|тем[уы]|проблем)/,
  /^ (?:क[ेी]|से) (?:दबाव|आग्रह|अनुरोध|मांग|गुहार|पूछे|सलाह(?!कार(?!\S* ने)))/,
);

/** Behind one who only has a word for what another did. */
const NAMES_IT = anyOf(
  /^(?: [^\s।,]+){0,4} ने (?:इसे|इन्हें|इस \S+ को|इन \S+ को) [^।]{0,60}(?:करार|बताया|कहा|ठहराया)/,
  /^(?: [а-яё-]+){0,3}(?: [А-ЯЁ][а-яё-]+){0,3} (?:уже )?назвал[аи]? (?:это|их|эт(?!о )\S+ \S+) (?!(?:обычн|нормальн|законн|необходим|ответ))/,
);

/** Arabic, before and behind its name: the same, and who raises the matter. */
const CALLS_AHEAD = /(?<!\S)و?(?:وصفت?|اعتبرت?|أثارت?|تثير|يثير|طرحت?) (?:\S+ ){0,4}$/;
const CALLED = /^(?: \S+){0,3} (?:(?:الخطوة|القرار|الإجراء|ذلك|الأمر) (?:ب|أن)|(?:مسألة|قضية|ملف|موضوع) )/;

/** Behind one who says it had no part in it. */
const DENIES =
  /^[^.;:]{0,60}? (?:n['’](?:avoir rien (?:dicté|demandé|à voir)|y être pour rien)|nichts damit zu tun|no (?:tener|haber) (?:nada|dictado)|não ter (?:nada|ditado)|non aver (?:nulla|niente|dettato))/;

/** Before and behind one who only has a word for it: "as the Dutch minister called it". */
const AS_SAID = /, as(?: the| a)? $/;
const CALLS =
  /^(?: [\w-]+){0,2} (?:call(?:s|ed)|put|puts|term(?:s|ed)|dub(?:s|bed)|describ(?:es|ed)) (?:it|them|this|these)\b/;

/** The same where the word is what is spoken of: "“An abuse” was the word China found for". */
const WORD_OF = /\b(?:words?|term|phrase|verdict|name|label)(?: that)?(?: the)? $/;
const FINDS = /^(?:['’]s)?(?: [\w-]+){0,3} (?:found|finds|used|uses|chose|had|has|reserve[sd]) for\b/;

/** Whether a name in the text is that of one who only stands by, or of a country's firms and people. */
export function isBystander(text: string, start: number, end: number): boolean {
  return (
    BESIDE.test(text.slice(Math.max(start - 40, 0), start)) ||
    (DENIED.test(text.slice(Math.max(start - 3, 0), start)) &&
      !STILL_LIMITS.test(text.slice(end, end + 6))) ||
    (WRITES_TO.test(text.slice(Math.max(start - 2, 0), start)) && HOUSE.test(text.slice(start, end))) ||
    (APART.test(text.slice(Math.max(start - 6, 0), start)) && text.slice(start, end) === 'each other') ||
    IS_BESIDE.test(text.slice(end, end + 40)) ||
    NAMES_IT.test(text.slice(end, end + 90)) ||
    (CALLS_AHEAD.test(text.slice(Math.max(start - 40, 0), start)) &&
      CALLED.test(text.slice(end, end + 60))) ||
    DENIES.test(text.slice(end, end + 90)) ||
    (AS_SAID.test(text.slice(Math.max(start - 10, 0), start)) && CALLS.test(text.slice(end, end + 40))) ||
    (WORD_OF.test(text.slice(Math.max(start - 20, 0), start)) && FINDS.test(text.slice(end, end + 50))) ||
    isDoneTo(text, start, end) ||
    isConferredWith(text, end) ||
    isOfPrivateParty(text, start, end)
  );
}
