import { useState, type FormEvent } from 'react';
import { caseRoutes } from '#modules/casework';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import type { CaseRefusal, OpenedCase } from '#modules/casework/client';
import { Bars, Button, Card, Field, Notice, Stack } from '#platform/web/ui';
import { ownMinutes } from './own-minutes.ts';
import { caseRefusalMessage } from '../shared/refusal-message.ts';

/** Hours a week that a volunteer gives at most (product design). */
const limit = 8;

/**
 * This week's hours against eight, from the contacts that one wrote down. Below it what belongs to no case:
 * travel, meetings, study; the month's sum after saving.
 */
export function HoursCard({ cases }: { readonly cases: readonly OpenedCase[] }) {
  const { t, formatNumber } = useLanguage();
  const { work } = useWork();
  const { today, session } = useOpenWork();
  const hours = Math.round(ownMinutes(cases, session.user, today) / 6) / 10;
  const [minutes, setMinutes] = useState('');
  const [sum, setSum] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<CaseRefusal | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const given = Number(minutes);
    if (!Number.isInteger(given) || given === 0) return;
    const saved = await work.api.call(caseRoutes.recordHours, { input: { month: today.slice(0, 7), minutes: given } });
    setRefusal(saved.ok ? null : saved.refusal);
    if (!saved.ok) return;
    setSum(saved.value.minutes);
    setMinutes('');
  };
  return (
    <Card title={t('casework.week.hours')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Bars
            limit={limit}
            most={10}
            bars={[
              {
                name: 'week',
                label: t('casework.week.strip'),
                value: hours,
                shown: t('casework.week.hoursOf', { hours: formatNumber(hours), limit }),
                over: hours > limit,
              },
            ]}
            caption={t(hours > limit ? 'casework.week.hoursMany' : 'casework.week.hoursFrom')}
          />
          <p>{t('casework.week.hoursLead')}</p>
          {refusal && <Notice tone="late">{caseRefusalMessage(t, refusal)}</Notice>}
          {sum !== null && (
            <Notice>{t('casework.week.hoursSum', { hours: formatNumber(Math.round(sum / 6) / 10) })}</Notice>
          )}
          <Field
            label={t('casework.week.minutes')}
            hint={t('casework.week.minutesHint')}
            inputMode="numeric"
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
          <div>
            <Button type="submit">{t('casework.save')}</Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
