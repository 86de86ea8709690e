/** What a `TopicCard` takes besides its topic, where nothing stands around it. */
export const NO_SURROUNDINGS = {
  onSection: () => {},
  related: new Map(),
  others: [],
  peers: [],
  onOpenTopic: () => {},
  noteCount: 0,
  notes: null,
};
