/**
 * Notes as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/): one `AnnotationCollection` with
 * one `AnnotationPage` in it, since a page after the first could only be referred to, and stands nowhere.
 *
 * Law: `readJsonLd` gives each note back as it was shown: its id, times, page and passage, topics, tags, statement,
 * event, text and other versions.
 */
import type { Note, Selectors, Target } from '@/lib/model/note';
import { openObject } from './open-object';
import { toTwinsText } from './twins-text';
import { CONTEXT, isIri, NO_PAGE, toIri } from './w3c-names';

/** The texts of a file with these notes, in their order. `id` names the collection, `label` is its title. */
export function* toJsonLd(
  notes: readonly Note[],
  { id, label, at }: { id: string; label: string; at: Date },
): Generator<string> {
  const collection = toIri('collection', id);
  const page = `${collection}/1`;
  yield openObject({
    '@context': CONTEXT,
    id: collection,
    type: 'AnnotationCollection',
    label,
    generated: at.toISOString(),
    total: notes.length,
  });
  if (notes.length > 0) {
    const first = { id: page, type: 'AnnotationPage', partOf: collection, startIndex: 0 };
    yield `,"first":${openObject(first)},"items":[`;
    for (const [place, note] of notes.entries())
      yield `${place === 0 ? '' : ','}${JSON.stringify(toAnnotation(note))}`;
    yield `]},"last":${JSON.stringify(page)}`;
  }
  yield '}';
}

function toAnnotation(note: Note) {
  const { id, createdAt, modifiedAt, target, topics, tags, fact, event, body, versions, heads } = note;
  const passage = target?.selectors ? 'highlighting' : 'bookmarking';
  return {
    id: toIri('note', id.replace(/^note:/, '')),
    type: 'Annotation',
    motivation: body === '' ? passage : 'commenting',
    created: new Date(createdAt).toISOString(),
    modified: new Date(modifiedAt).toISOString(),
    body: [
      ...(body === ''
        ? []
        : [{ type: 'TextualBody', value: body, format: 'text/plain', purpose: 'commenting' }]),
      ...tags.map((value) => ({ type: 'TextualBody', value, format: 'text/plain', purpose: 'tagging' })),
      ...topics.map((topic) => ({
        type: 'SpecificResource',
        source: toIri('topic', topic),
        purpose: 'classifying',
      })),
    ],
    target: target ? toSpecific(target) : (topics[0] && toIri('topic', topics[0])) || NO_PAGE,
    ...(fact !== undefined && { 'sidelight:fact': fact }),
    ...(event && { 'sidelight:eventDate': event.date, 'sidelight:eventText': event.text }),
    ...(versions.length > 0 && { 'sidelight:versions': versions }),
    'sidelight:heads': heads,
  };
}

function toSpecific({ url, canonical, title, published, selectors }: Target) {
  return {
    type: 'SpecificResource',
    source: {
      id: isIri(url) ? url : toIri('page', url),
      type: 'Text',
      ...(title !== '' && { 'dc:title': title }),
      ...(canonical !== url && { 'sidelight:canonical': canonical }),
      ...(published !== null && { 'sidelight:published': published }),
    },
    ...(selectors && { selector: toSelectorList(selectors) }),
    ...(selectors?.twins && { 'sidelight:twins': toTwinsText(selectors.twins) }),
  };
}

/** Of a quote that stands twice on its page a second selector says more of what surrounds it. */
function toSelectorList({ quote, position, surroundings }: Selectors) {
  const { type, exact } = quote;
  const wider = surroundings && { type, exact, prefix: surroundings.before, suffix: surroundings.after };
  return [quote, position, ...(wider ? [wider] : [])];
}
