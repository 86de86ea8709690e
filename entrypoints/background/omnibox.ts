import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { chooseNames } from '@/lib/card/first-view';
import { kindWord } from '@/lib/card/words';
import { listTopics } from '@/lib/db/topics';
import type { Topic } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { searchTopics } from '@/lib/packs/search-topics';
import { showInPanel } from '@/lib/panel/show-in-panel';
import { findPlace } from './look-up';

/** As many as the browsers show. */
const MOST_SUGGESTED = 6;

/** Answers the keyword `side` in the address bar: suggests topics, and opens the panel at the chosen one. */
export function startOmnibox(): void {
  const { onInputChanged, onInputEntered } = browser.omnibox;
  onInputChanged.addListener((text, suggest) => void suggestTopics(text).then(suggest));
  // What is entered is the id of a suggested topic, or the reader's own words.
  onInputEntered.addListener((text) => void showInPanel(findEntered(text)));
}

/** The topics that the words may mean; the first stands in the line that Enter takes, the others below it. */
async function suggestTopics(text: string) {
  const topics = await listTopics().catch(() => []);
  const [first, ...others] = searchTopics(topics, text).slice(0, MOST_SUGGESTED);
  browser.omnibox.setDefaultSuggestion({
    description: first ? describe(first) : toSuggested(i18n.t('menu.search')),
  });
  return others.map((topic) => ({ content: topic.id, description: describe(topic) }));
}

async function findEntered(text: string) {
  const topics = await listTopics().catch(() => []);
  const entered = text.trim();
  const topic = topics.find(({ id }) => id === entered) ?? searchTopics(topics, entered)[0];
  return topic ? ({ view: 'topic', id: topic.id, section: null } as const) : findPlace(entered);
}

/** One line: the name, and what kind of thing it is. */
function describe(topic: Topic): string {
  const languages = [i18n.t('shared.locale')];
  const { name } = chooseNames(topic, languages);
  const beside =
    topic.whose === undefined ? kindWord(topic.kind, i18n.t) : readText(topic.whose, languages).text;
  return toSuggested(`${name.text} · ${beside}`);
}

/** The text as a suggestion: Chromium reads XML, Firefox takes it as it stands. */
function toSuggested(text: string): string {
  if (import.meta.env.BROWSER === 'firefox') return text;
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
