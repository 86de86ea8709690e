/**
 * The grammar of who only takes a stand on what another does, in the languages of the packs: anger, protest, threats, silence,
 * surprise, but no answer in kind. Asked only where several names compete.
 */
import { anyOf } from './any-of';

/** Follows a name. */
const REACTS = anyOf(
  /^(?:['’]s)?(?: [^.;]{0,36})? (?:furious|outrag|incens|seeth|fum(?:ed|ing)|angr|anger|indignan|dissatisf|displeas|unhapp|not (?:happy|amused|comment|react|respond)|protest|complain|hit out|lash|(?:cried|cries) foul|bully|offen[cs]e|representations|silen|said (?:nothing|little)|comment|surpris|(?:taken )?aback|off guard|react|scoff|mock|laugh|sneer|wait(?:ed|s)\b|swallow|took note|warned of|object|vow|threat|condemn|denounc|deplor|regret|dismiss|reject|disagree|disput)/,
  /^(?: [^.;]{0,36})? (?:wüten|empör|tob(?:t|te)\b|protest|Protest|Beschwerde|verärger|scharf|schäum|Schikane|überrasch|schwieg|schweig|äußer|reagier|wehr|warn|wies|weist|Kenntnis|droh|verurteil|kritisier|bedauer|ablehn|lehn)/,
  /^(?: [^.;]{0,36})?[ '’](?:furi|fulmin|indign|protest|plainte|réag|brimade|surpri|se tait|silence|comment|déplor|garde|scandale|hausse le ton|menac|condamn|dénonc|regrett|rejet|félicit|applaud|pouss(?:ai|é))/,
  /^(?: [^.;]{0,36})?[ '’](?:furi|indign|cólera|protest|quej|queix|reacc?ion|reag|acoso|intimid|sorprend|surpre|silencio|silêncio|coment|advirti|alertou|grito|malestar|rechaz|insatisf|descontent|amenaz|ameaç|conden|denunci|lament|rejeit)/,
  /^(?: [^.;]{0,36})?[ '’](?:furi|protest|reclamo|reag[iì]|bullismo|sorpres|tace\b|silenzio|comment|avvert|indign|contrariet|alza la voce|minacc|condann|denunc|deplor|respin)/,
  /^(?: [^.;]{0,30})? (?:в ярости|возму|протест|пригроз|жалоб|отреагир|травл|удивл|промолч|прокоммент|предупред|недоволь|негоду|осуд|отверг|раскритик|сожал|угро)/,
  /^[^。；]{0,10}(?:大怒|[愤憤激]怒|不[满滿]|交涉|申[诉訴]|反[应應]|霸凌|意外|沉默|置[评評]|警告|[驳駁]斥|痛批|回[应應]|[遗遺]憾|跳[脚腳]|[谴譴][责責]|抗[议議]|批(?!准)|反[对對]|[扬揚]言|威[胁脅]|誓言)/,
  /^[^。]{0,14}?(?:激怒|怒り|反発|提訴|遺憾|不快|沈黙|コメント|警告|いじめ|抗議|撤回|反論|非難|批判|示唆|牽制|けん制|拒否|驚)/,
  /^[^.]{0,14}(?:격분|분노|반발|제소|유감|불쾌|침묵|논평|경고|괴롭|항의|철회|반박|발끈|예고|시사|비난|비판|규탄|거부|놀)/,
  /^[^।]{0,14}(?:भड़क|नाराज|नाराज़|प्रतिक्रिया|शिकायत|आपत्ति|चुप|टिप्पणी|चेतावनी|दादागिरी|विरोध|निंदा|आलोचना|खारिज|हैरान|धमकी)/,
  /^(?: [^.،]{0,30})? (?:شكوى|الصمت|العواقب)/,
);
/** Ends before a name, Arabic: the same. */
const REACTS_AHEAD =
  /(?:غضب|احتج|هدد|توعد|استنكر|استاء|التزم|لم تعلق|لم ترد|حذر|شجب|رفض|نددت?|انتقد|أسف|تأسف|دان|أدان)\S* $/;

/** What it says ends before the mention. */
const ENDS = /[.;:,!?。，；：、،।]/;

/** Whether a name is that of one who only takes a stand, and has done so before the mention that begins at `mention`. */
export function isReacting(text: string, start: number, end: number, mention: number): boolean {
  if (!ENDS.test(text.slice(end, mention))) return false;
  return (
    REACTS.test(text.slice(end, end + 60)) || REACTS_AHEAD.test(text.slice(Math.max(start - 16, 0), start))
  );
}

/** In the rest of its sentence: a mention answers what another did. */
const IN_REPLY =
  /\b(?:in|as|(?:was|were|is|are|came|itself)(?: itself| themselves| only| partly)?(?: as| in)?)(?: an?)? (?:reply|response|answer|retaliation|riposte)\b|\b(?:Antwort|Reaktion) (?:auf|gewesen|war)|\b(?:réponse|riposte|respuesta|resposta|risposta) [aà]/;

/** Whether what follows a mention in its sentence says that it answers another's. */
export function isInReply(rest: string): boolean {
  return IN_REPLY.test(rest);
}
