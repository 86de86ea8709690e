import { expect, it } from 'vitest';
import { i18n } from '#i18n';
import { nameGrammar, relationSentence } from '@/lib/card/relation-sentence';
import type { Relation, Topic } from '@/lib/model/pack';
import { makeTopic } from '@/tests/builders';

const huawei = makeTopic();
const list = makeTopic({ id: 'list', kind: 'list', names: [{ text: 'Entity List', lang: 'en', the: true }] });
const controls = makeTopic({
  id: 'controls',
  kind: 'rules',
  names: [{ text: 'Chip export controls', lang: 'en', plural: true }],
});
const person = makeTopic({ id: 'ren', kind: 'person', names: [{ text: 'Ren Zhengfei', lang: 'en' }] });
const contest = makeTopic({ id: 'tech-war', kind: 'event', names: [{ text: 'Tech war', lang: 'en' }] });
const policy = makeTopic({ id: 'reliance', kind: 'policy', names: [{ text: 'Self-reliance', lang: 'en' }] });

function say(subject: Topic, type: Relation['type'], object: Topic): string {
  const nameOf = (topic: Topic) => topic.names[0]?.text as string;
  const [from, to] = [subject, object].map((topic) => nameGrammar(topic, nameOf(topic)));
  if (!from || !to) throw new Error('two ends');
  return relationSentence(type, from, to, i18n.t)
    .map((part) => (typeof part === 'string' ? part : nameOf(part.end === 'subject' ? subject : object)))
    .join('');
}

it.each<[Topic, Relation['type'], Topic, string, string]>([
  [list, 'restricts', huawei, 'The Entity List restricts Huawei', 'the article stands first'],
  [controls, 'restricts', huawei, 'Chip export controls restrict Huawei', 'the name is a plural'],
  [controls, 'part-of', list, 'Chip export controls are part of the Entity List', 'it is both'],
  [huawei, 'competes-with', person, 'Huawei competes with Ren Zhengfei', 'it is neither'],
  [person, 'part-of', huawei, 'Ren Zhengfei is with Huawei', 'nobody is a part of a company'],
  [huawei, 'part-of', policy, 'Huawei plays a part in Self-reliance', 'no company is a part of a policy'],
  [huawei, 'part-of', contest, 'Huawei plays a part in Tech war', 'nor of an event'],
])('agrees with its names, case %#', (subject, type, object, expected) => {
  expect(say(subject, type, object)).toBe(expected);
});
