/** What is said of each `Lack`, as keys of our texts. */
export const LACK_TEXTS = {
  body: 'notes.composer.bodyEmpty',
  topic: 'notes.composer.topicEmpty',
  event: 'notes.event.textEmpty',
  eventLength: 'notes.event.textLong',
  date: 'notes.event.dateWrong',
} as const;
