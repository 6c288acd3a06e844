import type { SpaceSession } from '#kernel/spaces/client';
import { draftOf, recordsOf, type OpenedCase } from '#modules/casework/client';
import { factFormKey } from './fact-form-key.ts';
import { supposedPrefix } from './suppose.ts';

/** The form of one's own unfinished new fact, the newest first, also of one that was supposed and then happened. */
export function unfinishedFact(opened: OpenedCase, session: Pick<SpaceSession, 'user' | 'clock'>): string | undefined {
  const supposed = factFormKey({ id: supposedPrefix });
  return recordsOf(opened, 'draft')
    .map(({ content }) => content.form)
    .findLast(
      (form) => (form === factFormKey() || form.startsWith(supposed)) && draftOf(opened, session, form) !== null,
    );
}
