import { IS_CUE, IS_VOID, OUTPUT_NUMBER, type RegimeCues } from './layout';
import { nearestCue } from './nearest-cue';
import { hasNumber, type NumberSet } from './number-set';
import type { Findings } from './read-terms';

/** How far after the one who answers "condemned" can end. */
const REACTION_REACH = 44;
/** What stands between one who imposes and the mention that is theirs: nothing, a possessive with one word more, "-led", "der". */
const ADJOINS = /^\.?(['’]s?( [\w-]+)?|-[a-z]+|[の的의]| d\w+)?[\s-]*$/;
/**
 * A possessive, perhaps with one word more, or a Chinese verb that says what was done: also behind a preposition it makes its
 * owner the one who imposes.
 */
const OWNS =
  /^(?:['’]s?( [\w-]+)?\s*|[刚剛近日新最再度次一单單方面不断斷持续續进進步]{0,4}(?:生效|实施|實施|宣布|加[强強码碼]|收[紧緊]|[扩擴]大|升[级級]|出台|祭出|推出|[发發]布|施加|[颁頒]布|追加|新增|[强強]化|[滥濫]用|恢[复復]|延[长長])\S{0,8})$/;
/**
 * What stands between a mention and one behind it who makes it: "imposed by the", "that", ", die", ", которые ввёл", "التي فرضتها".
 * Before an agent its goods may stand.
 */
const MADE_BY =
  /^(?:[^.;:]{0,60}(?:\w(?:ed|en|t|id|wn) by|[dtsé](?:e?s?|[oaie]s?) (?:par|por|da(?:l\S*|i|gli)?|pel[ao]s?)| von)|,? (?:that|which|die|qu|che|котор|الت)\S*)(?: \S+)? ?$/;
/** What others do to a mention: "criticised by", "hit by". */
const SUFFERED_BY =
  /criti|cond[ea]m|d[eé]n[ou]n|oppos|hail|welcom|evad|skirt|circumv|bypass|fear|\bhit\b|hurt|slam|decri|protest|resist|re[jc]e[ct]|rechaz|respin|rejeit|challeng|contest|sought|wanted|demand|urged|request|lobbied|called|exig|elud|aggir|contou?rn|kritisier|verurteil|gefordert|verlangt/i;
/** Before or behind its name, one who urges others to impose. */
const URGED_BY =
  /(?:request|urging|pressure|behest|insistence|prodding)(?: of| from| by)?(?: the)? $|(?:просьбе|давлением|требованию|настоянию) $|(?:Druck|Drängen|Wunsch)(?: von| der| des| aus)? $|pressi(?:on|ón|one|ão)s? (?:de|d['’]|des?|del|di|da|do|dos)(?: l[ao]s?| l['’]|$)? ?$|demande (?:de|d['’]|des) ?$|petición de $|richiesta di $|pedido d[aeo]s? $|[应應在]$/;
const URGES =
  /^(?:['’]s?)? (?:\w+ )?(?:request|urging|pressure|behest|insistence|prodding)|^の?[^，。、\s]{0,4}(?:要請|圧力|要求|求め)|^의? (?:\S+ )?(?:요구|압박|요청|압력)|^(?:的|方面)?[^，。、\s]{0,2}(?:压力|壓力|施压|施壓|敦促|要求)/;
/** Behind its name, firms of a country: they impose nothing. What may be a verb stands behind an adjective only. */
const FIRMS =
  /^(?:の\S{0,6}(?:企業|メーカー|業者)|(?:의)? ?(?:\S+ )?(?:기업|업체|회사)|的?[^，。、\s中美日荷]{0,2}(?:企[业業]|公司|[厂廠]商|[业業]者|[车車][厂廠])| (?:की|के|का) (?:\S+ )?कंपनि)/;
const IS_ADJECTIVE = /(?:an|ese|ish|tch|isch\w*|ск\S+)$/i;
const FIRMS_OF =
  /^ (?:[\w-]+ ){0,2}(?:firm|compan|\w*makers?\b|supplier|start-?up|buyer|customer|group|exporter|importer|manufacturer|researcher|engineer|investor|analyst|rival|giant|executive|Firmen|Unternehmen|Hersteller|Konzern|Zulieferer|Kunden|компани|производител|поставщик)/;
/** A subject is not the first of a list. */
const IS_SUBJECT = /[はが은는이가]$/;
/** What makes of one who answered one who acts: "answered within a day with". */
const WITH = /^[^,.;:]{0,25} (?:with|mit|avec|con|com) /;
/** Behind its name, one of whom something is: it is not who answers at the end of the sentence. */
const IS_OF = /^(?:の|によ|의|क[ाेी])/;
/** What joins two who impose together: a conjunction, perhaps an article or another short word; in a list (1: nothing but a comma) the last two tell. */
const JOINS =
  /^\.?\s*(?:,?\s?(?:and|or|und|oder|et|ou|или|और|तथा|[yeoи&、・·ㆍ/与與和及跟と과와و])\s?|(,)\s)(?:\b[a-z]{1,3}['’]?\s?)?$/i;

/** How far from the mention the nearest of the cues stands, at the level that is being looked at; Infinity where none does. */
export type CueDistance = (cues: NumberSet, except?: NumberSet) => number;

/**
 * One who imposes, where it stands. `regime` null: one of several who impose together. `isAimedAt`: a target, which
 * imposes only where what follows is its own.
 */
export type Imposer = { regime: RegimeCues | null; start: number; end: number; isAimedAt: boolean };

/** Start and end. */
export type Span = [number, number];

/** All who impose in a block, in the order of the text, and the targets among them: who only answers is one. */
export function findImposers(regimes: RegimeCues[], text: string, found: Findings): Imposer[] {
  const imposers: Imposer[] = [];
  found.forEach(([start, end, output], at) => {
    for (const regime of output & IS_CUE ? regimes : []) {
      if (!hasNumber(regime.imposers, output & OUTPUT_NUMBER)) continue;
      const isActing =
        /\bby (the )?$/.test(text.slice(start - 8, start)) ||
        IS_OF.test(text.slice(end)) ||
        nearestCue(found, at, regime.reactions, [end, end + REACTION_REACH], (first, last) =>
          /[.;:]\s/.test(text.slice(end, first)) || WITH.test(text.slice(last)) ? Infinity : 0,
        );
      imposers.push({
        regime: regime.goods.numbers.length ? regime : null,
        start,
        end,
        isAimedAt: !isActing || !!(output & IS_VOID) || isBystander(text, start, end),
      });
    }
  });
  // What stands inside another is a part of its name.
  const whole = imposers.filter(({ start, end, isAimedAt }, at) =>
    imposers
      .slice(Math.max(at - 4, 0), at + 5)
      .every(
        (other, near) =>
          other.start > start ||
          other.end < end ||
          other.isAimedAt > isAimedAt ||
          (other.end - other.start === end - start &&
            other.isAimedAt === isAimedAt &&
            near >= Math.min(at, 4)),
      ),
  );
  joinImposers(whole, text);
  return whole;
}

/** Whether a name in the text is that of one who only urges others, or of a country's firms. */
function isBystander(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + 60);
  return (
    URGED_BY.test(text.slice(Math.max(start - 40, 0), start)) ||
    URGES.test(behind) ||
    FIRMS.test(behind) ||
    (IS_ADJECTIVE.test(text.slice(start, end)) && FIRMS_OF.test(behind))
  );
}

/** Of "to Malaysia and Thailand", "Dutch and Chinese firms" all are targets; of "Dutch, Japanese and American" none imposes alone. */
function joinImposers(imposers: Imposer[], text: string): void {
  const isJoined: unknown[] = [];
  for (let at = imposers.length - 1; at > 0; at--) {
    const { end } = imposers[at - 1] as Imposer;
    const gap = !IS_SUBJECT.test(text.slice(0, end)) && JOINS.exec(text.slice(end, imposers[at]?.start));
    isJoined[at] = gap && (!gap[1] || isJoined[at + 1]);
  }
  let from = 0;
  for (let at = 1; at <= imposers.length; at++) {
    if (isJoined[at]) continue;
    const group = imposers.slice(from, at);
    from = at;
    const isAimedAt = group.some((each) => each.isAimedAt);
    const isMixed = group.some(({ regime }) => regime !== group[0]?.regime);
    for (const each of group) {
      each.isAimedAt = isAimedAt;
      if (isMixed) each.regime = null;
    }
  }
}

/**
 * The regime that one level (clause, sentence, paragraph, page) decides: a regime, `null` for "stay neutral", or
 * `undefined` for "this level says nothing: look wider". Of those `imposing` there one alone wins, unless the nearest
 * goods are another's; of several the one whose goods stand here. Goods alone decide nothing: chips are anyone's.
 */
export function decideRegime(
  regimes: RegimeCues[],
  imposing: RegimeCues[],
  distance: CueDistance,
): RegimeCues | null | undefined {
  const [only, other] =
    imposing.length > 1 ? imposing.filter(({ goods }) => distance(goods) < Infinity) : imposing;
  if (!only || other) return imposing.length ? null : undefined;
  const own = distance(only.goods);
  const isForeign = ({ goods }: RegimeCues) => {
    const foreign = distance(goods, only.goods);
    return foreign < Infinity && foreign <= own;
  };
  return regimes.some(isForeign) ? null : only;
}

/** What a regime opens that was decided: its own topic, unless it needs goods and none stand there; else `neutral`. */
export function topicOf(
  regime: RegimeCues | null | undefined,
  distance: CueDistance,
  neutral: number,
): number {
  return regime && (!regime.needs || distance(regime.needs) < Infinity) ? regime.topic : neutral;
}

/** The same of those who impose there, `subjects`, in the order of the text: the last of them, where the goods agree. */
export function decideByOrder(
  regimes: RegimeCues[],
  subjects: Imposer[],
  distance: CueDistance,
): RegimeCues | null | undefined {
  const imposing = regimes.filter((regime) => subjects.some((one) => one.regime === regime));
  const decided = decideRegime(regimes, imposing, distance);
  return decided === subjects.at(-1)?.regime ? decided : null;
}

/**
 * The imposer in the mention's own noun phrase: "US export controls", "China's sweeping export
 * curbs", "restrictions américaines à l'exportation", "Exportkontrollen der USA". It outweighs all else in the sentence.
 */
export function findOwner(
  imposers: Imposer[],
  text: string,
  start: number,
  end: number,
): Imposer | undefined {
  return imposers.find((one) => {
    // Nothing, where it stands inside.
    const isBefore = one.start < start;
    const gap = isBefore ? text.slice(one.end, start) : text.slice(end, one.start);
    if (one.isAimedAt && one.regime) return OWNS.test(gap);
    return ADJOINS.test(gap) || (!isBefore && MADE_BY.test(gap) && !SUFFERED_BY.test(gap));
  });
}
