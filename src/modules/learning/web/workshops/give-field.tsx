import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Select } from '#platform/web/ui';

/** Whoever steps through the choices by arrow key means the one that they stop at, in milliseconds. */
const pause = 700;

interface GiveFieldProps {
  readonly title: string;
  /** From when on people of the session read it, as it is kept; empty for never. */
  readonly kept: string;
  readonly onGive: (choice: string) => Promise<void>;
}

/**
 * From when on something is read. It is said when somebody stops at a choice or goes on: each step on the way there would give it to people, and
 * a box that waits for the server goes back under the fingers.
 */
export function GiveField({ title, kept, onGive }: GiveFieldProps) {
  const { t } = useLanguage();
  const { value, choose, say } = useSettled(kept, onGive);
  return (
    <Select
      label={t('learning.materials.shown', { title })}
      options={['', 'before', 'after'].map((one) => ({
        value: one,
        label: t(`learning.materials.shown.${one === '' ? 'never' : one}`),
      }))}
      value={value}
      onChange={({ target }) => choose(target.value)}
      onBlur={say}
    />
  );
}

interface Wanted {
  readonly choice: string;
  /** What was kept then: once that is another, it is what counts. */
  readonly over: string;
}

/** A choice that is settled once nobody moves on from it; one is on its way at a time, in their order. */
function useSettled(kept: string, give: GiveFieldProps['onGive']) {
  const [wanted, want] = useState<Wanted | null>(null);
  const open = wanted !== null && wanted.over === kept ? wanted : null;
  const latest = useRef({ open, give });
  const sent = useRef<Wanted | null>(null);
  const line = useRef(Promise.resolve());
  useEffect(() => {
    latest.current = { open, give };
  });
  const say = (): void => {
    const { open: now, give: tell } = latest.current;
    if (now === null || now === sent.current) return;
    sent.current = now;
    line.current = line.current.then(() => tell(now.choice));
  };
  useEffect(() => {
    const timer = setTimeout(say, pause);
    return () => clearTimeout(timer);
    // Counts from the last choice alone; `say` reads what is latest.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  // Also whoever goes to another page has said it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => () => say(), []);
  return { value: open?.choice ?? kept, choose: (choice: string) => want({ choice, over: kept }), say };
}
