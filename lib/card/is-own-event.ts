/** Whether a statement of a card is the reader's own event, by its id. */
export function isOwnEvent(id: string): boolean {
  return id.startsWith('note:');
}
