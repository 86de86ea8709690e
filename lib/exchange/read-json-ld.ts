/**
 * Notes out of W3C Web Annotations in JSON-LD, ours and others': a collection with its first page in it, a page, a list
 * of annotations, or one alone. What a file only refers to is not loaded.
 */
import { z } from 'zod';
import { describeIssue } from '@/lib/model/describe-issue';
import { isNoteId, noteSchema, type Target } from '@/lib/model/note';
import type { ForeignNote } from '@/lib/notes/take-in';
import { addressSchema, foreignId, foreignTarget, momentSchema, tagsSchema, textSchema } from './foreign';
import { foreignSelectors, pickSelectors, selectorSchema } from './foreign-selectors';
import { refused } from './refused';
import { fromTwinsText } from './twins-text';
import { fromIri, NO_PAGE } from './w3c-names';

/** One value or a list of them, as JSON-LD allows of nearly everything. */
function oneOrMore<Item extends z.ZodType>(item: Item) {
  return z.preprocess(toList, z.array(item));
}

/** A selector, and those that refine it, as one list. */
const selectorsSchema = z.preprocess(flatten, z.array(selectorSchema));

const titleSchema = z.union([z.string(), z.array(z.string())]).optional();
const resourceSchema = z.union([
  z.string(),
  z.looseObject({
    id: z.string().optional(),
    source: z
      .union([
        z.string(),
        z.looseObject({
          id: z.string(),
          'dc:title': titleSchema,
          title: titleSchema,
          'sidelight:canonical': z.string().optional(),
          'sidelight:published': z.string().optional(),
        }),
      ])
      .optional(),
    selector: selectorsSchema,
    'sidelight:twins': z.string().optional(),
    value: textSchema.optional(),
    purpose: oneOrMore(z.string()),
  }),
]);

const annotationSchema = z.looseObject({
  id: z.string().optional(),
  created: momentSchema.optional(),
  modified: momentSchema.optional(),
  body: oneOrMore(resourceSchema),
  bodyValue: textSchema.optional(),
  target: oneOrMore(resourceSchema).refine((targets) => targets.length > 0, 'an annotation has a target'),
  'sidelight:fact': z.string().optional(),
  'sidelight:eventDate': z.string().optional(),
  'sidelight:eventText': z.string().optional(),
  'sidelight:versions': z.array(z.string()).optional(),
  'sidelight:heads': z.array(z.string()).optional(),
});
type Annotation = z.infer<typeof annotationSchema>;
type Resource = z.infer<typeof resourceSchema>;

/** The part of a note that a file of ours holds. */
const ownSchema = noteSchema.pick({
  id: true,
  createdAt: true,
  modifiedAt: true,
  target: true,
  topics: true,
  tags: true,
  fact: true,
  event: true,
  body: true,
  versions: true,
  heads: true,
});

/** Whether a value may be annotations in JSON-LD. */
export function isJsonLd(value: object): boolean {
  const [first] = [value].flat();
  return (
    typeof first === 'object' &&
    first !== null &&
    ('@context' in first || typesOf(first).some((type) => type.startsWith('Annotation')))
  );
}

/** The annotations of a file as notes. Throws `import-invalid` with the path of what is wrong. */
export async function readJsonLd(value: unknown, now: Date): Promise<ForeignNote[]> {
  const notes: ForeignNote[] = [];
  for (const { found, at } of listAnnotations(value, [])) {
    const annotation = read(annotationSchema, found, at);
    const own = fromIri('note', annotation.id ?? '');
    if (own !== null && isNoteId(`note:${own}`)) notes.push(toOwn(`note:${own}`, annotation, at, now));
    else notes.push(...(await toForeign(annotation, at, now)));
  }
  return notes;
}

function* listAnnotations(
  value: unknown,
  at: PropertyKey[],
): Generator<{ found: unknown; at: PropertyKey[] }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* listAnnotations(item, [...at, index]);
    return;
  }
  const thing = read(z.record(z.string(), z.unknown()), value, at);
  const types = typesOf(thing);
  if (types.includes('Annotation')) yield { found: thing, at };
  else if (types.includes('AnnotationCollection')) {
    if (thing.first !== undefined) yield* listAnnotations(thing.first, [...at, 'first']);
  } else if (types.includes('AnnotationPage')) {
    yield* listAnnotations(thing.items ?? [], [...at, 'items']);
    if (typeof thing.next === 'object') yield* listAnnotations(thing.next, [...at, 'next']);
  } else if (Array.isArray(thing['@graph'])) yield* listAnnotations(thing['@graph'], [...at, '@graph']);
  else read(z.never('no annotation, and no page or collection of them'), thing.type, [...at, 'type']);
}

/** A note that Sidelight wrote, as it was shown there. */
function toOwn(id: string, annotation: Annotation, at: PropertyKey[], now: Date): ForeignNote {
  const { created, modified, body, target } = annotation;
  const { 'sidelight:eventDate': date, 'sidelight:eventText': text } = annotation;
  const [page] = target;
  const note: z.input<typeof ownSchema> = {
    id,
    createdAt: created ?? modified ?? now.getTime(),
    modifiedAt: modified ?? created ?? now.getTime(),
    target: page === undefined || isOfNoPage(page) ? null : toOwnTarget(page),
    topics: body.flatMap((part) => fromIri('topic', addressOf(part)) ?? []),
    tags: valuesOf(body, 'tagging'),
    ...(annotation['sidelight:fact'] !== undefined && { fact: annotation['sidelight:fact'] }),
    ...(date !== undefined && text !== undefined && { event: { date, text } }),
    body: valuesOf(body, 'commenting').join('\n\n'),
    versions: annotation['sidelight:versions'] ?? [],
    heads: annotation['sidelight:heads'] ?? [],
  };
  return { ...read(ownSchema, note, at), isOurs: true };
}

function toOwnTarget(page: Resource): Target {
  const source = typeof page === 'object' ? page.source : undefined;
  const said = typeof source === 'object' ? source : undefined;
  const address = addressOf(page);
  const url = fromIri('page', address) ?? address;
  const { quote, position, wider } = selectorsOf(page);
  const twins = fromTwinsText((typeof page === 'object' && page['sidelight:twins']) || '');
  return {
    url,
    canonical: said?.['sidelight:canonical'] ?? url,
    title: titleOf(page),
    published: said?.['sidelight:published'] ?? null,
    selectors: quote
      ? {
          quote,
          position: position ?? { type: 'TextPositionSelector', start: 0, end: quote.exact.length },
          ...(wider && { surroundings: { before: wider.prefix, after: wider.suffix } }),
          ...(twins && { twins }),
        }
      : null,
  };
}

/** Notes that another program wrote: one for each of the annotation's targets. */
async function toForeign(annotation: Annotation, at: PropertyKey[], now: Date): Promise<ForeignNote[]> {
  const { id, created, modified, body, bodyValue, target: targets } = annotation;
  const texts = body
    .filter((part) => !purposesOf(part).includes('tagging'))
    .flatMap((part) => (typeof part === 'object' ? part.value : undefined) ?? addressOf(part))
    .filter((text) => text !== '');
  const text = read(textSchema, [...texts, ...(bodyValue ? [bodyValue] : [])].join('\n\n'), [...at, 'body']);
  const tags = read(tagsSchema, valuesOf(body, 'tagging'), [...at, 'body']);
  return Promise.all(
    targets.map(async (target, index) => {
      const url = read(addressSchema, addressOf(target), [...at, 'target']);
      const { quote, position } = selectorsOf(target);
      const selectors = foreignSelectors(quote, position);
      const named = id === undefined ? [url, selectors?.quote.exact ?? '', text] : [id];
      return {
        id: await foreignId('annotation', ...named, ...(index === 0 ? [] : [`${index}`])),
        createdAt: created ?? modified ?? now.getTime(),
        modifiedAt: modified ?? created ?? now.getTime(),
        target: foreignTarget(url, titleOf(target), selectors),
        topics: [],
        tags,
        body: text,
        versions: [],
        isOurs: false,
      };
    }),
  );
}

function isOfNoPage(target: Resource): boolean {
  const address = addressOf(target);
  return address === NO_PAGE || fromIri('topic', address) !== null;
}

/** The address of a resource: its own, or that of what it is a part of; empty where it has none. */
function addressOf(resource: Resource): string {
  if (typeof resource === 'string') return resource;
  const { id = '', source = id } = resource;
  return typeof source === 'string' ? source : source.id;
}

function titleOf(resource: Resource): string {
  const source = typeof resource === 'object' ? resource.source : undefined;
  if (typeof source !== 'object') return '';
  return [source['dc:title'] ?? source.title ?? ''].flat()[0] ?? '';
}

function purposesOf(resource: Resource): string[] {
  return typeof resource === 'object' ? resource.purpose : [];
}

function valuesOf(body: Resource[], purpose: string): string[] {
  return body.flatMap((part) =>
    typeof part === 'object' && part.value !== undefined && part.purpose.includes(purpose) ? part.value : [],
  );
}

function selectorsOf(resource: Resource) {
  return pickSelectors(typeof resource === 'object' ? resource.selector : []);
}

function typesOf(thing: object): string[] {
  return 'type' in thing ? toList(thing.type).filter((type) => typeof type === 'string') : [];
}

function toList(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat();
}

function flatten(selector: unknown): unknown[] {
  return toList(selector).flatMap((item) =>
    typeof item === 'object' && item !== null && 'refinedBy' in item
      ? [item, ...flatten(item.refinedBy)]
      : [item],
  );
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown, at: PropertyKey[]): z.infer<Schema> {
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  const issues = found.error.issues.map((issue) => ({ ...issue, path: [...at, ...issue.path] }));
  throw refused(describeIssue({ issues }));
}
