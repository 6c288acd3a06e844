import { useCallback, useEffect, useState } from 'react';
import { useOpenWork } from '#kernel/spaces/web';
import type { OpenedCase } from '#modules/casework/client';
import { useStationery } from '../stationery/stationery-store.ts';
import type { ApplicationView } from './application-view.ts';
import { groundOfLetter, type LetterGround } from './letter-sources.ts';

const noLetterhead = {
  organisation: { name: '', lines: [], town: '', phone: '', email: '' },
  recipient: { name: '', lines: [], town: '' },
  filingNote: '',
};

/** Gathers what letter and form are filled from, as a view of the application stands. */
export function useLetterGatherer(opened: OpenedCase): (view: ApplicationView) => Promise<LetterGround> {
  const { session, names, roles, today } = useOpenWork();
  const { stationery } = useStationery();
  const letterhead = stationery?.letterhead ?? noLetterhead;
  return useCallback(
    (view) => groundOfLetter(opened, view, letterhead, { user: session.user, names, roles, today }),
    [opened, letterhead, session, names, roles, today],
  );
}

/** The same, kept as the case changes; null until it is gathered. */
export function useLetterGround(opened: OpenedCase, view: ApplicationView): LetterGround | null {
  const gather = useLetterGatherer(opened);
  const [ground, setGround] = useState<LetterGround | null>(null);
  useEffect(() => {
    let wanted = true;
    void gather(view).then((gathered) => {
      if (wanted) setGround(gathered);
    });
    return () => {
      wanted = false;
    };
  }, [gather, view]);
  return ground;
}
