import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Button, Card, EmptyState, Notice, Select, Skeleton, Stack } from '#platform/web/ui';
import { useFigureWords } from '../figures/use-figure-words.ts';
import { refusalMessage } from '../refusal-message.ts';
import { usePartName } from '../training/use-part-name.ts';
import { RouteForm } from './route-form.tsx';
import { SystemsForm } from './systems-form.tsx';
import { TellTotalsForm } from './tell-totals-form.tsx';
import { ToldTotals } from './told-totals.tsx';
import { useTotals } from './use-totals.ts';

/** Sums that organisations tell of themselves: told, put right, seen with all that was corrected; and how each organisation is counted. */
export function TotalsPart() {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [open, setOpen] = useState<'tell' | 'route' | 'systems' | null>(null);
  const [isDone, setDone] = useState(false);
  const { loaded, refused, reload } = useTotals(year);
  const words = useFigureWords(year);
  const nameOf = usePartName();
  const titleOf = (course: string): string => nameOf({ course, name: null });
  const openForm = (form: 'tell' | 'route' | 'systems'): void => {
    setDone(false);
    setOpen(form);
  };
  const form = {
    year,
    organisations: loaded?.organisations ?? [],
    titleOf,
    onDone: () => {
      setOpen(null);
      setDone(true);
      reload();
    },
    onLeave: () => setOpen(null),
  };
  return (
    <Stack>
      <Card title={t('learning.totals.title')}>
        <Stack>
          <p>{t('learning.totals.lead')}</p>
          <Select
            label={t('learning.figures.year')}
            options={[0, 1, 2].map((back) => String(thisYear - back)).map((value) => ({ value, label: value }))}
            value={String(year)}
            onChange={(event) => setYear(Number(event.target.value))}
          />
          {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
          {loaded === null && refused === null && <Skeleton label={t('learning.totals.loading')} />}
          {isDone && <Notice>{t('learning.totals.done')}</Notice>}
          {open === 'tell' && <TellTotalsForm {...form} words={words} />}
          {open === 'route' && <RouteForm {...form} />}
          {open === 'systems' && <SystemsForm {...form} />}
          {open === null && loaded !== null && loaded.organisations.length > 0 && (
            <p>
              <Button kind="main" onClick={() => openForm('tell')}>
                {t('learning.totals.tell')}
              </Button>{' '}
              <Button onClick={() => openForm('route')}>{t('learning.totals.choose')}</Button>{' '}
              <Button onClick={() => openForm('systems')}>{t('learning.totals.systems')}</Button>
            </p>
          )}
          {loaded?.organisations.length === 0 && <EmptyState>{t('learning.totals.nobody')}</EmptyState>}
          {loaded?.totals.length === 0 && loaded.organisations.length > 0 && (
            <EmptyState>{t('learning.totals.none', { year: String(year) })}</EmptyState>
          )}
        </Stack>
      </Card>
      {loaded?.organisations
        .filter(({ id }) => loaded.totals.some(({ organisation }) => organisation === id))
        .map((organisation) => (
          <Card key={organisation.id} title={<bdi>{organisation.name}</bdi>}>
            <ToldTotals
              totals={loaded.totals.filter((one) => one.organisation === organisation.id)}
              titleOf={titleOf}
              words={words}
              onChanged={reload}
            />
          </Card>
        ))}
    </Stack>
  );
}
