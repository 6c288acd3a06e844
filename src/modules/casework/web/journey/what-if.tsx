import { useMemo, useState } from 'react';
import { parseCivilDate, type CivilDate } from '#platform/base';
import type { Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { createProcedures, type JourneyRecord, type RecordedFact } from '#modules/casework/client';
import { Button, Card, DateField, fromTypedDate, noDate, Notice, Stack } from '#platform/web/ui';
import { DifferenceList } from '../shared/difference-list.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { dayToLookFrom, suppose } from './suppose.ts';
import { SupposeForm } from './suppose-form.tsx';
import { SupposedList } from './supposed-list.tsx';
import styles from './what-if.module.css';

/**
 * What would be different if something happened: worked out on this device and kept nowhere, so it is gone when it is closed,
 * when the page is left, and when the device locks. What is supposed becomes a fact by the ordinary form alone.
 */
export function WhatIf({
  journey,
  packs,
  onHappened,
  onClose,
}: {
  readonly journey: JourneyRecord;
  readonly packs: readonly Pack[];
  /** It happened after all: the form that records a fact opens with it. */
  readonly onHappened: (fact: RecordedFact) => void;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const [supposed, setSupposed] = useState<readonly RecordedFact[]>([]);
  // Never goes back, so that no two have one id, whatever was dropped between.
  const [number, setNumber] = useState(1);
  const [typedDay, setTypedDay] = useState(noDate);
  const chosen = parseCivilDate(fromTypedDate(typedDay));
  const clear = (): void => {
    setSupposed([]);
    setTypedDay(noDate);
  };
  return (
    <Card
      id="what-if"
      title={t('casework.whatIf.title')}
      beside={
        <Button kind="link" onClick={onClose}>
          {t('casework.whatIf.close')}
        </Button>
      }
    >
      <Stack>
        <Notice>{t('casework.whatIf.nothingSaved')}</Notice>
        <SupposeForm
          packs={packs}
          facts={[...journey.facts, ...supposed]}
          number={number}
          onSuppose={(fact) => {
            setSupposed([...supposed, fact]);
            setNumber(number + 1);
          }}
        />
        <DateField
          id="look-from"
          legend={t('casework.whatIf.lookFrom')}
          hint={t('casework.whatIf.lookFromHint')}
          error={chosen === null && fromTypedDate(typedDay) !== '' && t('casework.noSuchDay')}
          words={{ day: t('casework.day'), month: t('casework.month'), year: t('casework.year') }}
          value={typedDay}
          onChange={setTypedDay}
        />
        <Outcome
          journey={journey}
          packs={packs}
          supposed={supposed}
          from={chosen ?? dayToLookFrom(supposed, today)}
          onRemove={(id) => setSupposed(supposed.filter((fact) => fact.id !== id && fact.replaces !== id))}
          onHappened={onHappened}
        />
        {(supposed.length > 0 || fromTypedDate(typedDay) !== '') && (
          <div>
            <Button onClick={clear}>{t('casework.whatIf.clear')}</Button>
          </div>
        )}
      </Stack>
    </Card>
  );
}

/** What is supposed, how it would stand, and what would be different; announced when it changes. */
function Outcome({
  journey,
  packs,
  supposed,
  from,
  onRemove,
  onHappened,
}: {
  readonly journey: JourneyRecord;
  readonly packs: readonly Pack[];
  readonly supposed: readonly RecordedFact[];
  readonly from: CivilDate;
  readonly onRemove: (id: string) => void;
  readonly onHappened: (fact: RecordedFact) => void;
}) {
  const { t, language, formatDay } = useLanguage();
  const { today } = useOpenWork();
  const found = useMemo(
    () => suppose(createProcedures(language), journey, supposed, { today, from }),
    [language, journey, supposed, today, from],
  );
  if (supposed.length === 0 && from === today) return null;
  if (!found.ok) return <Notice tone="late">{caseRefusalMessage(t, found.refusal)}</Notice>;
  const { before, after, differences, lines } = found.value;
  return (
    <>
      {lines.length > 0 && <SupposedList lines={lines} packs={packs} onRemove={onRemove} onHappened={onHappened} />}
      <section className={styles['outcome']} aria-live="polite">
        <h3>
          {supposed.length > 0
            ? t('casework.whatIf.different', { day: formatDay(from) })
            : t('casework.whatIf.timeAlone', { today: formatDay(today), day: formatDay(from) })}
        </h3>
        {differences.length === 0 && <p>{t('casework.whatIf.same')}</p>}
        <DifferenceList differences={differences} compared={{ before, after, packsBefore: packs, packsAfter: packs }} />
      </section>
    </>
  );
}
