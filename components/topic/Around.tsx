import { i18n } from '#i18n';
import type { ReadText } from '@/lib/model/read-text';
import { Said } from './Said';

/** Stands where the text goes while the sentence is cut there: a character that no sentence has. */
const PLACE = '\uE000';

type Props = { message: 'card.via' | 'card.ofPlan'; text: ReadText };

/** A sentence of ours around a text of the pack, which keeps its own language. */
export function Around({ message, text }: Props) {
  const [before, after] = i18n.t(message, [PLACE]).split(PLACE);
  return (
    <>
      {before}
      <Said text={text} />
      {after}
    </>
  );
}
