/** The grammar of who bears a limit or gets round it, in the languages of the packs: it is not theirs. */
import { anyOf } from './any-of';

/** Ends before a mention, and follows one: it is evaded, broken, borne, answered. */
const BORNE = anyOf(
  /\b(?:dodg|evad|circumvent|skirt|bypass|sidestep|flout|violat|breach|break|defy|defi|elud|beat)\w*(?: the| its| any| these)?(?: \w+)? $|\b(?:g[eo]t(?:s|ting)?|way|ways) (?:a)?round(?: the| these)? $|\b(?:despite|in spite of|notwithstanding|under|in (?:breach|defiance|violation) of|because of|owing to|subject to|in (?:response|answer|reply) to|retaliat\w* (?:against|for)|under the weight of)(?: the| these| its)? $/i,
  /\b(?:trotz|wegen|ungeachtet|entgegen|infolge|angesichts|unter(?: Verletzung| Umgehung)?)(?: de[rsn]| die| neue\S*)? $|\b(?:gemäß|laut)(?: de[rsn]| die| neue\S*)? $|\b(?:umg[ei][hn]|unterl[aä]uf|verletz)\S*(?: \S+){0,3} $/i,
  /(?:contourn|\bviol[aeé]|enfrei|malgré|en dépit d|échapp|déjou|bafou|à cause d|en raison d|en vertu d|en virtud d|por força d|in base a|bajo |sob |sous |en réponse |face aux?|elud|burla|esquiv|sortea|infring|pese a|pesar d|debido a|por culpa d|en respuesta |dribl|burlar|por causa d|em resposta |aggir|violaz|nonostante|malgrado|a causa d|in risposta )\S*(?: (?:les?|la|los|las|os|as|i|gli|le|l['’]|aux?|al|ai|à[s]?|d\S{0,3}))?(?: nouve\S+| nuev\S+| nov\S+| nuov\S+)? ?$/i,
  /(?:обой[тд]|обход|наруш|несмотря на|в рамках|в соответствии с|вопреки|из-за|в ответ на|избеж|уклон)\S*(?: \S+)? $/,
  /(?:لتفاف على|لتف \S*\s?على|تلتف على|يلتف على|تحايل على|نتهاك|خرق|رغم(?: من)?|بسبب|بموجب|ردا على|تفادي) ?$/,
  /(?:[规規]避|[绕繞][过過开開]|[违違]反|逃避|突破|[应應][对對]|根据|根據|依[据據照]?|面[对對]|[无無][视視]|[尽儘]管|[对對]抗|回[应應])[^，。；]{0,4}$/,
);
const BORNE_BEHIND = anyOf(
  /^[^.;:,]{0,30}(?:umg[ei]h|umgang|unterl[aä]uf|(?:aus)?zuhebel|verletz|verst[oö]ß)/,
  /^(?:を|に)(?:回避|逃れ|かいくぐ|すり抜け|違反|反し|対抗|対応)|^(?:の(?:下|もと)で|により|によって|にもかかわらず|のなかで|の中で)/,
  /^(?:를|을)? ?(?:회피|우회|피하|피해|위반|어기|어겨)|^에 따라| 하에|^에도 (?:불구|아랑곳)|^에 (?:맞서|대응)/,
  /^ (?:से बच|का उल्लंघन|के तहत|को चकमा|के बावजूद|के कारण|की वजह|के जवाब)/,
);

/** Whether a mention, told by its sentence before and behind it, is of a limit that the nearest subject bears or gets round. */
export function isBorne(before: string, behind: string): boolean {
  return BORNE.test(before) || BORNE_BEHIND.test(behind);
}

/** Behind a mention: whoever is named before it will answer it. */
const ANSWERED =
  /^(?: \S+){0,2} не (?:останутся|останется|пройдут|пройдёт) без (?:ответа|последствий)|^(?: \S+)? (?:لن|لا) [تي](?:مر|بقى) (?:من )?(?:دون|بدون|بلا) (?:رد|عواقب)|^ (?:का|को) (?:\S+ )?जवाब (?:\S+ ){0,6}(?:दिया जा|देंग|देग)/;

/** Whether a mention is told, by what stands behind it in its sentence, to be one that the nearest subject will answer. */
export function isAnswered(behind: string): boolean {
  return ANSWERED.test(behind);
}
