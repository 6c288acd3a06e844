import { evaluationTime, roomTime, type Evaluation } from '#kernel/gatherings';
import { useLanguage } from '#kernel/languages/web';
import { Disclosure, Notice } from '#platform/web/ui';
import { useNow } from '../use-now.ts';
import { EvaluationForm } from './evaluation-form.tsx';
import { PresenceForm } from './presence-form.tsx';
import { timesOf } from './times-of.ts';
import styles from './workshops.module.css';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly type: string } };

/** On the day and after it, for whoever has a place: that one is there, and what one thinks of it. */
export function OwnDay({
  times,
  mark,
  evaluated,
  given,
  come,
  evaluate,
  onChanged,
}: {
  readonly times: { readonly startsAt: string; readonly endsAt: string };
  readonly mark: 'present' | 'absent' | null;
  readonly evaluated: boolean;
  /** The code that was scanned. */
  readonly given?: string;
  readonly come: (code: string) => Promise<Answer>;
  readonly evaluate: (said: Evaluation) => Promise<Answer>;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const now = useNow();
  const held = timesOf(times);
  const inRoom = roomTime(held, now) === 'open' && mark !== 'present';
  const asked = evaluationTime(held, now) === 'open' && mark !== 'absent';
  if (!inRoom && !asked && mark !== 'present') return null;
  return (
    <div className={styles['stack']}>
      {mark === 'present' && <Notice>{t('learning.room.kept')}</Notice>}
      {inRoom && <PresenceForm {...(given === undefined ? {} : { given })} send={come} onChanged={onChanged} />}
      {asked && evaluated && <Notice>{t('learning.evaluate.thanks')}</Notice>}
      {asked && !evaluated && (
        <Disclosure summary={t('learning.evaluate.title')}>
          <EvaluationForm send={evaluate} onChanged={onChanged} />
        </Disclosure>
      )}
    </div>
  );
}
