import { useState } from 'react';
import type { SpaceId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork, withNewerKeys } from '#kernel/spaces/web';
import { openCase, previewMoves, type MovePreview } from '#modules/casework/client';
import type { Run } from './use-run.ts';
import { withComparingWorker } from './with-comparing-worker.ts';

/** Cases by the names under which they are looked at. */
export type NamedCases = readonly { readonly id: SpaceId; readonly codeName: string }[];

export interface Looking {
  /** Null until somebody looked. */
  readonly previews: readonly MovePreview[] | null;
  look(cases: NamedCases): Promise<void>;
}

/** Looks at cases one after another, and keeps what moving them would change while the screen is there. */
export function useLooking(run: Run): Looking {
  const { language } = useLanguage();
  const { work } = useWork();
  const { session, today } = useOpenWork();
  const [previews, setPreviews] = useState<readonly MovePreview[] | null>(null);
  return {
    previews,
    look: async (cases) => {
      const open = (id: SpaceId) => withNewerKeys(work, session, (own) => openCase(own, id));
      const question = { cases, on: today, language, open };
      setPreviews(
        await run.within('look', cases.length, (options) =>
          withComparingWorker((compare) => previewMoves({ ...question, compare }, options)),
        ),
      );
    },
  };
}
