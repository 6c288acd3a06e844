import { useState } from 'react';
import { createId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Card, Disclosure, Field, Notice, Rows, Stack } from '#platform/web/ui';
import { trainingRoutes } from '../../contract/training-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import styles from './training.module.css';
import { useChange } from './use-change.ts';
import { usePartName, type NamedPart } from './use-part-name.ts';
import type { AskedProgramme } from './use-training.ts';

/** A programme with its parts and what else is taken for each. */
export function ProgrammeCard({
  programme,
  may,
  onChanged,
}: {
  readonly programme: AskedProgramme;
  readonly may: boolean;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const nameOf = usePartName();
  const { parts, needed } = programme;
  return (
    <Card
      title={<bdi>{programme.name}</bdi>}
      beside={
        needed < parts.length
          ? t('learning.training.someOf', { needed, of: parts.length })
          : t('learning.training.allOf')
      }
    >
      <Rows>
        {parts.map((part) => (
          <li key={part.id}>
            <strong>
              <bdi>{nameOf(part)}</bdi>
            </strong>
            {part.equivalents.map((one) => (
              <p key={one.id} className={styles['small']}>
                {one.months === null
                  ? t('learning.training.alsoTaken', { name: one.name })
                  : t('learning.training.alsoTakenFor', { name: one.name, months: one.months })}
              </p>
            ))}
            {may && (
              <Disclosure quiet summary={t('learning.training.takeOther')}>
                <EquivalentForm part={part} onDone={onChanged} />
              </Disclosure>
            )}
          </li>
        ))}
      </Rows>
    </Card>
  );
}

function EquivalentForm({ part, onDone }: { readonly part: NamedPart; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const [name, setName] = useState('');
  const [months, setMonths] = useState('');
  const { busy, refused, setRefused, run } = useChange(() => {
    setName('');
    setMonths('');
    onDone();
  });
  const take = (): void => {
    const length = months.trim() === '' ? null : Number(months);
    if (name.trim().length < 2) return setRefused('ProofNameMissing');
    if (length !== null && (!Number.isInteger(length) || length < 1 || length > 120)) return setRefused('MonthsWrong');
    void run(() =>
      work.api.call(trainingRoutes.takeEquivalent, {
        params: { part: part.id },
        // Drawn right here; the row gives it its brand.
        input: { id: createId(work.parts.randomBytes) as never, name: name.trim(), months: length },
      }),
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Stack>
        <Field
          label={t('learning.training.otherName')}
          value={name}
          maxLength={80}
          dir="auto"
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={t('learning.validity.monthsField')}
          hint={t('learning.training.otherMonthsHint')}
          inputMode="numeric"
          value={months}
          onChange={(event) => setMonths(event.target.value)}
        />
        {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
        <p>
          <Button type="submit" busy={busy && t('learning.organise.saving')}>
            {t('learning.training.takeOtherNow')}
          </Button>
        </p>
      </Stack>
    </form>
  );
}
