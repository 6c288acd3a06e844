import { useState } from 'react';
import { createId, parseCivilDate } from '#platform/base';
import { roles } from '#kernel/access';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Choice, DateField, Field, fromTypedDate, Select, toTypedDate } from '#platform/web/ui';
import { trainingRoutes } from '../../contract/training-routes.ts';
import { TrainingForm } from './training-form.tsx';
import { useChange } from './use-change.ts';
import type { AskedRequirement, Training } from './use-training.ts';

type Validity = AskedRequirement['validity'];
const kinds = ['months', 'calendar', 'always'] as const;

/** Asks a programme of everybody with a role, from a day on. */
export function AskForm({
  found,
  onDone,
  onLeave,
}: {
  readonly found: Training;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { today } = useOpenWork();
  const change = useChange(onDone);
  const { setRefused, run } = change;
  const [role, setRole] = useState('volunteer');
  const [programme, setProgramme] = useState<string>(found.programmes[0]?.id ?? '');
  const [typed, setTyped] = useState(() => toTypedDate(today));
  const [kind, setKind] = useState<string>('months');
  const [months, setMonths] = useState('24');
  const [days, setDays] = useState('60');
  const [id] = useState(() => createId(work.parts.randomBytes));
  const ask = (): void => {
    const from = parseCivilDate(fromTypedDate(typed) ?? '');
    const wanted = roles.find((one) => one === role);
    const asked = found.programmes.find((one) => one.id === programme);
    if (from === null) return setRefused('DayMissing');
    if (wanted === undefined || asked === undefined) return setRefused('ChoiceMissing');
    const validity = validityOf(kind, Number(months), Number(days));
    if (validity === null) return setRefused('MonthsWrong');
    void run(() =>
      work.api.call(trainingRoutes.askTraining, {
        // Drawn right here; the row gives it its brand.
        input: { id: id as never, role: wanted, programme: asked.id, from, validity },
      }),
    );
  };
  return (
    <TrainingForm
      title={t('learning.training.ask')}
      lead={t('learning.training.askLead')}
      change={change}
      onSend={ask}
      onLeave={onLeave}
    >
      <Select
        label={t('learning.training.askWhom')}
        value={role}
        onChange={(event) => setRole(event.target.value)}
        options={roles.map((value) => ({ value, label: t(`accounts.role.${value}`) }))}
      />
      <Select
        label={t('learning.training.askWhat')}
        value={programme}
        onChange={(event) => setProgramme(event.target.value)}
        options={found.programmes.map((one) => ({ value: one.id, label: one.name }))}
      />
      <DateField
        legend={t('learning.training.askFrom')}
        hint={t('learning.training.askFromHint')}
        value={typed}
        onChange={setTyped}
        words={{ day: t('learning.date.day'), month: t('learning.date.month'), year: t('learning.date.year') }}
      />
      <Choice
        legend={t('learning.training.askFor')}
        name="validity"
        options={kinds.map((value) => ({ value, label: t(`learning.validity.kind.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'months' && (
        <Field
          label={t('learning.validity.monthsField')}
          inputMode="numeric"
          value={months}
          onChange={(event) => setMonths(event.target.value)}
        />
      )}
      {kind !== 'always' && (
        <Field
          label={t('learning.validity.daysField')}
          hint={t('learning.validity.daysHint')}
          inputMode="numeric"
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      )}
    </TrainingForm>
  );
}

/** What was chosen, or null where a number is none that the server takes. */
function validityOf(kind: string, months: number, renewalDays: number): Validity | null {
  if (kind === 'always') return { kind };
  if (!Number.isInteger(renewalDays) || renewalDays < 0 || renewalDays > 366) return null;
  if (kind === 'calendar') return { kind, ends: '12-31', renewalDays };
  return Number.isInteger(months) && months >= 1 && months <= 120 ? { kind: 'months', months, renewalDays } : null;
}
