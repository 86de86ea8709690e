/** The name that the reader's notes are painted under; apart from the other groups, which every page carries. */
export const NOTE_GROUP = 'note';
