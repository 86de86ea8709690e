import type { Answer } from '@/lib/messages/envelope';
import type { NotesStanding } from '@/lib/messages/page';
import { handleCall } from '@/lib/messages/page-handlers';
import { readMentions } from './page-mentions';
import { readState } from './page-state';
import type { Stage } from './stage';
import type { Visit } from './visit';

const NOWHERE: NotesStanding = { found: [], missing: [], unsure: [] };

/** Answers what the extension asks of a page; `visit` is the one under way, if there is one. */
export function answerCall(
  call: unknown,
  document: Document,
  stage: Stage,
  visit: () => Visit | undefined,
  isOn: () => boolean,
): Promise<Answer | undefined> {
  const cards = async () => visit()?.cards();
  return handleCall(
    {
      pageState: async () =>
        readState(document, visit()?.pageScan, isOn(), stage, (await cards())?.standing() ?? NOWHERE),
      pageMentions: ({ waits }) => readMentions(document, () => visit()?.pageScan, waits),
      scrollToMention: async (request) => ({ found: !!(await cards())?.scrollToMention(request) }),
      stepMention: async (request) => ({ found: !!(await cards())?.stepMention(request) }),
      scrollToNote: async ({ id }) => ({ found: !!(await cards())?.scrollToNote(id) }),
      noteSelection: async () => ({ opened: !!(await (await visit()?.loadCards())?.noteSelection()) }),
    },
    call,
  );
}
