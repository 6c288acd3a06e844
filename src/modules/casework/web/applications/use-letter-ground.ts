import { useEffect, useState } from 'react';
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

/** What letter and form are filled from, as the case stands; null until it is gathered. */
export function useLetterGround(opened: OpenedCase, view: ApplicationView): LetterGround | null {
  const { session, names, roles, today } = useOpenWork();
  const { stationery } = useStationery();
  const [ground, setGround] = useState<LetterGround | null>(null);
  const letterhead = stationery?.letterhead ?? noLetterhead;
  useEffect(() => {
    let wanted = true;
    void groundOfLetter(opened, view, letterhead, { user: session.user, names, roles, today }).then((gathered) => {
      if (wanted) setGround(gathered);
    });
    return () => {
      wanted = false;
    };
  }, [opened, view, letterhead, session, names, roles, today]);
  return ground;
}
