/**
 * What the W3C Web Annotation Data Model (Recommendation of 23 February 2017, https://www.w3.org/TR/annotation-model/)
 * asks for with MUST and MUST NOT, as far as files of ours use it; the numbers are its sections. Terms of other
 * vocabularies MAY be added anywhere, so objects are loose.
 */
import { z } from 'zod';

const ANNO = 'http://www.w3.org/ns/anno.jsonld';

const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i, 'an IRI');
/** 3.1: one or more values, ours among them; a single value as a string. */
const context = z.union([
  z.literal(ANNO),
  z
    .array(z.unknown())
    .min(2)
    .refine((values) => values.includes(ANNO), 'the context of annotations'),
]);
/** One or more types, this one among them. */
const typed = (name: string) =>
  z.union([z.literal(name), z.array(z.string()).refine((types) => types.includes(name), `the type ${name}`)]);
const oneOrMore = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item).min(1)]);
const absent = z.undefined().optional();

/** 3.3.1: an xsd:dateTime, in UTC, said by a Z; never several. */
const dateTime = z.iso.datetime({ offset: false }).optional();

/** 3.3.5 */
const motivation = z.enum([
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
]);

/** 4.2.4 */
const textQuoteSelector = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

/** 4.2.5 */
const textPositionSelector = z.looseObject({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});

/** 3.2.1: a web resource, known by exactly one IRI. */
const external = z.looseObject({ id: iri, source: absent });

/** 4 and 4.1 */
const specific = z.looseObject({
  id: iri.optional(),
  type: typed('SpecificResource').optional(),
  source: z.union([iri, external]),
  selector: oneOrMore(z.union([textQuoteSelector, textPositionSelector])).optional(),
  purpose: oneOrMore(motivation).optional(),
});

/** 3.2.4: the text is exactly one value, a string. */
const textual = z.looseObject({
  id: iri.optional(),
  type: typed('TextualBody'),
  value: z.string(),
  purpose: oneOrMore(motivation).optional(),
  format: z.string().optional(),
  source: absent,
});

/** 3.1 and 3.2: a target at least; a body or a bodyValue, never both. */
const annotation = z
  .looseObject({
    id: iri,
    type: typed('Annotation'),
    created: dateTime,
    modified: dateTime,
    generated: dateTime,
    motivation: oneOrMore(motivation).optional(),
    body: z.array(z.union([iri, textual, specific, external])).optional(),
    target: oneOrMore(z.union([iri, specific, external])),
    bodyValue: z.string().optional(),
  })
  .refine(({ body, bodyValue }) => body === undefined || bodyValue === undefined, 'body or bodyValue');

/** 5.2: in a collection it has no context of its own (SHOULD NOT); what follows is only referred to. */
const embeddedPage = z.looseObject({
  '@context': absent,
  id: iri,
  type: typed('AnnotationPage'),
  partOf: z.union([iri, z.looseObject({ id: iri })]).optional(),
  items: z.array(annotation).min(1),
  next: iri.optional(),
  prev: iri.optional(),
  startIndex: z.number().int().nonnegative().optional(),
});

/** 5.1: a collection of more than nothing has a first page. */
export const collectionSchema = z
  .looseObject({
    '@context': context,
    id: iri,
    type: typed('AnnotationCollection'),
    label: oneOrMore(z.string()).optional(),
    total: z.number().int().nonnegative().optional(),
    first: z.union([iri, embeddedPage]).optional(),
    last: iri.optional(),
    generated: dateTime,
  })
  .refine(({ total = 0, first }) => total === 0 || first !== undefined, 'the first page');
