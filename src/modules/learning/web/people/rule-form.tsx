import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field, Notice } from '#platform/web/ui';
import { usualRule, type PeopleRule } from '../../model/open/people/listed-standing.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import type { PeopleCalls } from './people-calls.ts';
import styles from './people.module.css';

/** A whole number within bounds; null for anything else. */
function numberIn(typed: string, most: number): number | null {
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= most ? number : null;
}

/** For how long the module counts here, and how long somebody has. */
export function RuleForm({
  calls,
  course,
  rule,
  onSaved,
}: {
  readonly calls: PeopleCalls;
  readonly course: string;
  readonly rule: PeopleRule | null;
  readonly onSaved: () => void;
}) {
  const { t } = useLanguage();
  const now = rule ?? usualRule;
  const [months, setMonths] = useState(now.months === null ? '' : String(now.months));
  const [days, setDays] = useState(String(now.days));
  const [wrong, setWrong] = useState<'months' | 'days' | null>(null);
  const [saved, setSaved] = useState(false);
  const { busy, refused, run } = useChange(() => {
    setSaved(true);
    onSaved();
  });
  const save = (): void => {
    setSaved(false);
    const forEver = months.trim() === '';
    const [lasts, within] = [numberIn(months, 120), numberIn(days, 366)];
    if (!forEver && lasts === null) return setWrong('months');
    if (within === null) return setWrong('days');
    setWrong(null);
    void run(() => calls.saveRule({ course, months: lasts, days: within }));
  };
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field
        label={t('learning.people.months')}
        hint={t('learning.people.monthsHint')}
        error={wrong === 'months' && t('learning.people.monthsWrong')}
        inputMode="numeric"
        value={months}
        onChange={(event) => setMonths(event.target.value)}
      />
      <Field
        label={t('learning.people.days')}
        error={wrong === 'days' && t('learning.people.daysWrong')}
        inputMode="numeric"
        value={days}
        onChange={(event) => setDays(event.target.value)}
      />
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button type="submit" busy={busy && t('learning.organise.saving')}>
          {t('learning.people.ruleSave')}
        </Button>{' '}
        <span role="status">{saved && t('learning.people.ruleSaved')}</span>
      </p>
    </form>
  );
}
