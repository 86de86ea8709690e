import { i18n } from '#i18n';
import { chooseNames } from '@/lib/card/first-view';
import type { Topic } from '@/lib/model/pack';

/**
 * The languages in which texts of a pack are shown, BCP 47: that of our own sentences, so that one view is in one
 * language. What a pack lacks in it is read in English, and then in the pack's own.
 */
export function shownLanguages(): string[] {
  return [i18n.t('shared.locale')];
}

/** The name of a topic as our sentences use it. */
export function topicName(topic: Topic): string {
  return chooseNames(topic, shownLanguages()).name.text;
}
