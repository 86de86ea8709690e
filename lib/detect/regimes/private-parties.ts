/**
 * The grammar of who is of a country without acting for it, in the languages of the packs: its firms, scholars, papers. They
 * impose nothing.
 */
import { anyOf } from './any-of';

/** What follows any name. */
const BEHIND = anyOf(
  /^-(?:based|listed|headquartered)/,
  /^['’]s (?:Nvidia|AMD|Intel|Micron|Apple|Google|Microsoft|Meta|OpenAI|Qualcomm|Broadcom|Cisco|Dell|Applied Materials|Lam Research|KLA|Synopsys|Cadence|ASM(?:L|I)?|NXP|Tokyo Electron|Nikon|Canon|Sony|Toyota|Honda|Samsung|SK Hynix|TSMC|Huawei|SMIC|BYD|Alibaba|Tencent|ByteDance|DeepSeek)\b/,
  /^(?:['’]s)? (?:(?!(?:\w*(?:ed|s|told|gave|sent|let|put)|said|made|cut|kept|took|meant|left|held|met|saw|hit|wrote|to|will|would|may|might|can|could|must|should|and|or|that|had) )[\w-]+ ){0,2}(?:firm|compan|\w*makers?\b|supplier|start-?up|buyer|customer|group|exporter|importer|manufacturer|investor|rival|giant|executive|miner|farmer|refiner|consumer|industry(?! minist)|carmaker|bank|broker|fund|trader|lobby|economist|biograph|supporter|voter|professor|scholar|academic|historian|lawyer|jurist|attorney|law firm|think[- ]tank|universit|college|institute|student|researcher|engineer|analyst|journalist|reporter|newspaper|magazine|broadcaster|columnist|authors?\b|consultan|pundit|commentator|trade (?:body|group|association)|chamber of|union|Post\b|Times\b|Daily\b|Consensus|Airlines)/i,
  /^(?:(?! (?:will|wird|würde|kann|könnte|muss|soll|hat|habe|ließ|zwang|und) ) \S+)?[ -](?:Ökonom|Biograf|Anhänger|Wähler|Professor|Forscher|Wissenschaft|Jurist|Anw[aä]lt|Kanzlei|Denkfabrik|Think-?tank|Universität|Institut\b|Student|Journalist|Zeitung|Autor|Analyst|Expert|Historiker)/,
  /^(?: \S+)? (?:экономист|профессор|уч[её]н|аналити|юрист|адвокат|исследовател|историк|журналист|газет|университет|институт|эксперт|студент|автор)/,
  /^(?: (?:के|की|का|में|स्थित))*(?: एक)?(?: \S+)? (?:कंपनि|थिंक टैंक|अर्थशास्त्री|प्रोफ़?ेसर|विश्वविद्यालय|विशेषज्ञ|विश्लेषक|वकील|अख़?बार|पत्रकार|लेखक|बैंक|शोधकर्ता|इतिहासकार|संस्थान)/,
  /^的?[^，。、\s中美日荷对對向让讓令要求给給使把将將がはにをも]{0,2}(?:企[业業]|公司|[厂廠]商|[业業]者|[车車][厂廠]|工程[师師])/,
  /^(?:的|籍)?(?:一[家位间間所名])?[^，。、\s中美日荷对對向让讓令要求给給使把将將]{0,4}(?:智[库庫]|[学學]者|教授|[专專]家|[经經][济濟][学學]家|律[师師所]|大[学學]|分析[师師]|研究[员員所机機]|媒[体體]|(?:[报報][纸紙])|[邮郵日时時][报報]|作家|投行|[银銀]行|券商|[协協商][会會])/,
  /^(?:の|に(?:本部|拠点|本社)を(?:置|構え)く?)?[^、。がはにをも]{0,6}(?:企業|社|メーカー|業者|シンクタンク|学者|教授|専門家|弁護士|法律事務所|大学|アナリスト|研究[者所員]|メディア|新聞|作家|銀行|証券|協会|団体|業界)/,
  /^(?![은는이가] )(?:의|에 (?:본부|본사|거점)를 둔)? ?(?:한 )?(?:\S+ )?(?:기업|업체|회사|특파원|기자|출신|싱크탱크|\S*학자|교수|전문가|변호사|로펌|대학|애널리스트|분석가|연구[원소]|언론|신문|작가|은행|증권|협회|업계)/,
);
/** Russian, whose adjectives agree: a nationality, and what of it is no state's. */
const OF_COUNTRY = /[сц]к(?:[аиоу][йеюя]|ого|ому|и[мх]|ими|ом)$/i;
const ITS_FIRMS =
  /^ (?:(?!власт|правительств|мин|запре|огранич|контрол|санкц|лиценз|эмбарго|экспорт|закон|правил|мер|реш)[а-яё]+ )?(?:фабрик|завод|компани|фирм|предприят|покупател|клиент|заказчик|потребител|производител|импорт[её]р|экспорт[её]р|разработчик|поставщик|стартап|вуз|корпорац|концерн|бизнес|(?:военн|уч[её]н)(?:ым?|ых|ыми|ые)(?=[ .,;:!?»)]|$))/;
/** What stands before a name: "un économiste américain", "un centro studi di Washington". */
const BEFORE = anyOf(
  /(?:\b(?:bank|voice|universit\w+|institut\w+|school|chamber of commerce|federation|citizens|firms|companies|makers) (?:of|in|from)(?: the)?|\bGeorge|\bair) $/i,
  /(?:entreprise|société|firme|groupe|fabricant|constructeur|équipementier|industriel|géant|biographe|partisan|électeur|économiste|professeur|chercheu\w+|universitaire|juriste|avocat|(?<![Ll]e |[Dd]u )cabinet|think tank|cercle de réflexion|centre d['’]études|institut|université|journal|quotidien|historien|analyste|expert|banque|étudiant|auteur|fournisseur|sous-traitant|exportateur|importateur|producteur|acheteur|client)s?(?: (?:de|d['’]|à|basée?s? à))? ?(?:l[ae]s? )?$/,
  /(?:empresa|compañía|fabricante|grupo|gigante|start-?up|biógrafo|votante|economista|profesor|investigador|académico|jurista|abogado|bufete|centro de estudios|think tank|instituto|universidad|periódico|diario|historiador|analista|experto|banco(?: de inversión)?|proveedor|exportador|importador|productor|comprador|cliente|estudiante|autor)[ae]?s?(?: (?:de|en|con sede en))? (?:l[ao]s? )?$/,
  /(?:companhia|montadora|professor|pesquisador|acadêmico|advogado|escritório|centro de estudos|universidade|jornal|especialista|estudante|fornecedor|exportador|importador|produtor|comprador|cliente)[ae]?s?(?: (?:d[eao]s?|em|com sede em))? $/,
  /(?:aziend|impres|società|grupp|coloss|produttor|costruttor|case automobilistich|biograf|elettor|economist|professor|ricercator|accademic|giurist|avvocat|studio legale|centro studi|istitut|università|quotidian|giornal|storic|analist|espert|banc|fornitor|esportator|importator|acquirent|client|student|autor(?!it|id))\S*(?: (?:di|a|con sede a))? $/,
);

/** An adjective of nationality, before its noun or behind it. */
const AHEAD_OF_NOUN =
  /^(?:dutch|american|japanese|amerikanische[mnrs]?|niederländische[mnrs]?|holländische[mnrs]?|japanische[mnrs]?|(?:американ|нидерланд|голланд|япон)ск\S+|अमेरिकी|डच|जापानी)$/i;
const BEHIND_NOUN =
  /^(?:am[eé]rica(?:in\S*|n[aoei]s?)|statunitens[ei]|estadounidenses?|estadunidenses?|norteameri\S+|néerland\S+|neerland\S+|holand[eê]s\S*|hollandais\S*|olandes[ei]|japon[aeêé]is\S*|japon[eêé]s\S*|giappones[ei]|(?-i:nipp?[oóô]n\S*)|(?:ال)?(?:[أا]م[ير]+كي|هولندي|ياباني)(?:ة|ون|ين)?)$/i;
/** What a state is or does: of that an adjective may speak. */
const OF_STATE_BEHIND = anyOf(
  /^(?:$|[.,;:!?)”"»])|^(?: (?:to|ha[sd]|have|will|would|are|were|is|was|sa(?:y|id|ys)|may|might|can|could|also|did|do|does|must|should|want|plan|hope|see|tell|told)\b)|^(?:,? (?:and|or) [\w-]+|[ -][\w’'&-]+){0,3}?[ -](?:governmen|federal|secret service|(?:lower|upper) house|spokes|MP\b|judiciar|foreign service|trade (?:envoy|mission|representative)|official|minist|administration|authorit|regulat|lawmak|legislat|senat|congress|parliament|cabinet|president|premier|prime|leader|diplom|state\b|department|secretar|agenc|bureau|customs|negotiat|delegat|side\b|prosecut|court|judges? (?:refus|rul|uph|bloc|order|reject|let\b|str[iu]|suspend|overturn|halt)|polic|rule|law|strateg|campaign|regime|measure|half\b|end of the|decision|move|effort|pressure|threat|crackdown|clampdown|veto|push|propos|approach|stance|position|concern|security|counterpart|opposite number|coalition|politi|opposition|deput|MPs\b|agents\b|intelligence|spies|police|navy|army|militar|treasury|machine|tools?\b|chips?[ -](?:export|curb|ban|restrict|control|limit|rule|embargo|sanction|law|polic|act\b|blockade|licen|tool|equipment)|equipment|gear\b|technolog)/i,
  /^[ -](?:(?-i:[a-zäöüß])\S* ){0,2}?\S*(?:Regierung|kolleg|geheimdienst|nachrichtendienst|zoll|staat|sprecher|unterhänd|rechnungshof|sicherheitsrat|handelsbeauftragt|premier|verfassungsschutz|koalition|opposition|streitkr|armee|Beh[oö]rd|Minist|Beamt|Politik|Präsident|Abgeordnet|Senat|Kongress|Parlament|Kabinett|Verwaltung|Justiz|Gericht|Staatsanw|Seite|Regel|Gesetz|Recht|Vorschrift|Auflage|Beschränk|Verbot|Kontroll|Sanktion|Zölle|Lizenz|Genehmig|Embargo|Liste|Export|Ausfuhr|Maßnahm|Entscheid|Druck|Strategie|Plan|Vorstoß|Kurs|Bann|Maschine|Anlage|Chip)/i,
  /^ (?:\S+ ){0,2}?(?:правительств|кабинет|коллег|власт|чиновник|[Мм]ин|МИД|администрац|регулятор|ведомств|[Сс]енат|[Кк]онгресс|парламент|законодател|депутат|коалиц|президент|премьер|лидер|пос(?:ол|л(?:а|у|ом|ы|ов))(?![а-яё])|дипломат|переговорщик|представител|разведк|спецслужб|таможн|полици|арми|[Вв]ерховн|суд|прокур|сторон|правил|закон|норм|запрет|ограничен|контрол|санкц|пошлин|лицензи|эмбарго|экспорт|мер|решени|давлени|политик|стратеги|полити)/,
  /^ (?:(?!ने |को |से |में |पर )\S+ ){0,2}?(?:संघीय|ख़?ुफ़?िया|खुफिया|प्रवक्ता|वार्ताकार|सेना|नियामक|कैबिनेट|प्रतिनिधि|सरकार|समकक्ष|प्रशासन|अधिकार|मंत्र|वाणिज्य|सीनेट|संसद|सांसद|कांग्रेस|राष्ट्रपति|प्रधानमंत्री|विभाग|अदालत|अभियोज|पक्ष|नियम|कानून|क़ानून|प्रतिबंध|पाबंद|नियंत्रण|रोक|लाइसेंस|निर्यात|नीति|फैसल|कदम|दबाव)/,
);
const OF_STATE_AHEAD =
  /(?:(?<=[Ll]e )cabinet|gabinet|exécutif|ejecutiv|esecutiv|executiv|mandatari|renseignement|espionn|espion|spionaggio|servi[cçz]\S+ se[cg]ret|intelligence(?! artif)|inteligencia(?! artif)|inteligência(?! artif)|négociat|negociad|negoziat|porte-parole|portavo|porta-voz|diplomatie|diplomacia|diplomazia|député|diputad|deputad|deputat|ejército|exército|esercito|armée|chancel|canciller|royaume|reino\b|regno\b|pouvoir|conseil de sécurité|consejo de seguridad|conselho de segurança|consiglio di sicurezza|coali|oposi|opposi|droit|derecho|diritto|direito|fédéra|federal|justi[czç]|giustizi|partie|potencia|puissance|potenza|état|estado|stato|gouverne|législ|trésor|tesoro|senad|strett|vincol|fren[io]|frein|trabas?|barri?[eè]r|barreir|entrav|quot|cuot|cupo|moratori|bando|blocc|blocag|stop|durciss|endurec|inaspri|machine|máquina|macchin|puce|chip|gobierno|governo|governa|gubernam|autorité|autorid|autorità|minist|ministr|responsable|funcionari|funzionari|administra|amministra|régulat|regulad|regolator|sénat|senat|congr[eè]|parlement|parlament|élu|legislad|legislat|présid|president|premier|cour|tribun|juge|juez|juiz|giudic|fiscal|procur|parte|côté|lado|règle|regla|regol|regra|norm|loi|ley\b|leyes|legg|lei\b|leis\b|restri|interdi|prohib|proib|diviet|veto|bloque|control|contrôl|sanction|sancion|sanzion|sançã|licenc|licenz|licença|embargo|mesure|medida|misur|décision|decisi|pression|presión|presión|pressão|strat[eé]g|polít|politi|export|limit|droits|arancel|tarif|dazi|secr[eé]ta|segretari|bureau|oficina|ufficio|départ|departament|dipartim|Chambre des repr|Câmara dos Repr|tesouro|Cámara de Repr|حكوم|إدارة|سلطات|مسؤول|وزار|وزير|مشرع|مجلس|رئيس|محكم|قوانين|قواعد|قانون|قيود|حظر|ضوابط|عقوبات|برلمان|استخبارات|مخابرات|مفاوض|جيش|متحدث|قضاء|مبعوث|نائب|مدعي|كون[غج]رس|جانب|سياسة|قرار|إجراءات|ضغ|رسوم|خارجية)\S*(?: [^\s.,;]+){0,3} (?:(?:et|y|e|ed) \S+ )?(?:norte-)?$/i;

/** Ends before such an adjective that is a noun: a people, which acts as its state does. */
const A_PEOPLE =
  /(?:^|[\s'’])(?:[LlDd]es|[Aa]ux|[LlDd]os|[Aa]?[Oo]s|pelos|[Ii]|[Gg]li|[DdAa]e?gli|[Dd]ei|[Aa]i) $/;

/** An Arabic one in the plural is a noun, too, where no noun with its article stands before it. */
const PLURAL = /ي[وي]ن$/;
const DEFINITE = /(?:^|\s)[وفبكل]?ال\S+ $/;

/** Before and behind a nationality: of one person, "Mr Bown, an American, said". */
const ONE_OF_PEOPLE = /(?:^|\s)(?:an?|them|whom|half|most|mostly) $/i;
const ENDS = /^(?:[.,;:!?)]| (?:by|who|born|in his|in her)\b)/;

/** Where a country's name stands ahead of a noun with no adjective of it: of people, or of what no state is or does. */
const COUNTRY =
  /^(?:(?:美|荷[兰蘭]|日本|中|[韩韓]|印度|台[湾灣])[国國]?|米国|アメリカ|オランダ|중국|미국|네덜란드|일본)$/;
const OF_NO_STATE = anyOf(
  /^的?(?:一些|[许許]多|大多|部分)?[^，。、\s][客友众眾民生者迷农農工](?![局署部法国國两兩院])/,
  /^的?(?:大?客[户戶]|[买買]家|用[户戶])/,
  /^の(?![^、。はがも]{0,8}(?:政府|政権|当局|裁判|交渉|与党|野党|国王|情報|軍|税関|検察|省|議[会員]|[上下]院|内閣|大統領|首相|長官|大臣|相|官|規制|管理|措置|制裁|法|許可|圧力|要請|輸出|禁|制限|ルール|政策|方針|決定|対中|半導体|装置|機|安全保障|関税|発表|姿勢|戦略|動き|意向))/,
  /^의? (?!(?:(?!\S*[은는이가] )\S+ ){0,2}?\S*(?:정부|내각|행정부|외교|정보|대변인|여당|야당|협상|군[은이]|국방|산업|통상|경제|세관|관세청|법원|검찰|특사|대표|상무|재무|국무|의회|의원|상원|하원|당국|대통령|총리|장관|수출|통제|규제|제재|조치|법|반도체|장비|AI|칩|측|압박|요청|허가|정책|결정|발표|대중|관세|전략))/,
);

/** Whether an adjective of nationality speaks of no state, nor of what one does. */
function isOfPeople(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  return (
    (AHEAD_OF_NOUN.test(name) &&
      (!OF_STATE_BEHIND.test(text.slice(end, end + 60)) ||
        (ONE_OF_PEOPLE.test(text.slice(Math.max(start - 8, 0), start)) &&
          ENDS.test(text.slice(end, end + 8))))) ||
    (COUNTRY.test(name) && OF_NO_STATE.test(text.slice(end, end + 30))) ||
    (BEHIND_NOUN.test(name) &&
      !A_PEOPLE.test(text.slice(Math.max(start - 8, 0), start)) &&
      !(PLURAL.test(name) && !DEFINITE.test(text.slice(Math.max(start - 30, 0), start))) &&
      !OF_STATE_AHEAD.test(text.slice(Math.max(start - 60, 0), start)))
  );
}

/** Whether a name only says of which country a firm, a scholar or a paper is. */
export function isOfPrivateParty(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + 60);
  return (
    BEHIND.test(behind) ||
    (OF_COUNTRY.test(text.slice(start, end)) && ITS_FIRMS.test(behind)) ||
    BEFORE.test(text.slice(Math.max(start - 40, 0), start)) ||
    isOfPeople(text, start, end)
  );
}
