import { saveCopy } from '#kernel/documents/web';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Lit, Notice, Rows, Stack } from '#platform/web/ui';
import { makeRecord } from '../../model/open/estimate/run-record.ts';
import styles from '../abroad/abroad.module.css';
import { methodName } from './methods.ts';
import { ModelsTable } from './models-table.tsx';
import { OverlapsTable } from './overlaps-table.tsx';
import { RangeChart } from './range-chart.tsx';
import type { FinishedRun } from './use-estimate.ts';

/** What a run found: the range over the methods first, then what speaks against it, then all of it. */
export function EstimateResult({ run, onRepeat }: { readonly run: FinishedRun; readonly onRepeat: () => void }) {
  const { t, formatNumber } = useLanguage();
  const { estimate } = run.found;
  const { range, seen, warnings, critique } = estimate;
  const whole = (number: number): string => formatNumber(Math.round(number));
  const isPair = run.question.lists.length < 3;
  return (
    <Stack>
      <Lit title={t('diplomacy.estimate.range')}>
        <Stack>
          <p>
            <strong>
              {range !== null
                ? t('diplomacy.estimate.rangeIs', { low: whole(range[0]), high: whole(range[1]) })
                : t(isPair ? 'diplomacy.estimate.chapmanOnly' : 'diplomacy.estimate.noRange')}
            </strong>{' '}
            {t('diplomacy.estimate.seen', { seen: formatNumber(seen) })}
          </p>
          <p>
            {t('diplomacy.estimate.critique')}{' '}
            <a href={critique.source} target="_blank" rel="noreferrer">
              {t('diplomacy.estimate.critiqueSource')}
            </a>
          </p>
        </Stack>
      </Lit>
      {warnings.length > 0 && (
        <Card title={t('diplomacy.estimate.warnings')}>
          <Rows>
            {warnings.map((code) => (
              <li key={code}>{t(`diplomacy.estimate.warning.${code}`)}</li>
            ))}
          </Rows>
        </Card>
      )}
      <Quote run={run} />
      {!isPair && (
        <Card title={t('diplomacy.estimate.models')}>
          <Picture run={run} />
          <ModelsTable run={run} />
        </Card>
      )}
      <Card title={t('diplomacy.estimate.overlaps')}>
        <OverlapsTable estimate={estimate} />
      </Card>
      <RunCard run={run} onRepeat={onRepeat} />
    </Stack>
  );
}

/** The interval of the tables that were drawn again. */
function Quote({ run: { found, question } }: { readonly run: FinishedRun }) {
  const choice = useLanguage();
  const { t, formatNumber } = choice;
  const { bootstrap } = found;
  if (bootstrap === null || question.bootstrap === null) return null;
  const { draws, seed, without, interval } = bootstrap;
  const words = {
    draws: formatNumber(draws),
    seed: String(seed),
    method: methodName(choice, question.bootstrap.model),
  };
  return (
    <Card title={t('diplomacy.estimate.quote')}>
      <p>
        {interval === null
          ? t('diplomacy.estimate.quoteNone', words)
          : t('diplomacy.estimate.quoteIs', {
              ...words,
              low: formatNumber(Math.round(interval[0])),
              high: formatNumber(Math.round(interval[1])),
            })}{' '}
        {t('diplomacy.estimate.without', {
          count: without,
          percent: formatNumber(Math.round((1000 * without) / draws) / 10),
        })}
      </p>
    </Card>
  );
}

function Picture({ run: { found, question } }: { readonly run: FinishedRun }) {
  const choice = useLanguage();
  const { t, formatNumber } = choice;
  const whole = (number: number): string => formatNumber(Math.round(number));
  const lines = found.estimate.models.flatMap((model, at) => {
    if (!('N' in model)) return [];
    const name = methodName(choice, question.models[at] ?? model);
    const [low, high] = model.wald;
    const text = t('diplomacy.estimate.pictureOf', {
      method: t(`diplomacy.estimate.short.${model.method}`),
      all: whole(model.N),
      low: whole(low),
      high: whole(high),
    });
    return [{ name, all: model.N, low, high, text }];
  });
  if (lines.length === 0) return null;
  const says = t('diplomacy.estimate.picture', { methods: lines.map(({ text }) => text).join(' ') });
  return <RangeChart lines={lines} says={says} />;
}

/** What is needed to run it again anywhere, and to see that every digit is the same. */
function RunCard({ run, onRepeat }: { readonly run: FinishedRun; readonly onRepeat: () => void }) {
  const { t } = useLanguage();
  const { source, digest, question, found, repeated } = run;
  const save = (): void => {
    const record = makeRecord(source, digest, question, found);
    saveCopy(new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`), 'estimate.json');
  };
  return (
    <Card title={t('diplomacy.estimate.run')}>
      <Stack>
        <p className={styles['address']}>
          {t('diplomacy.estimate.runSays', {
            source: source === '' ? t('diplomacy.estimate.sourceNotStated') : source,
            digest,
            code: found.code,
          })}
        </p>
        {repeated !== null && (
          <Notice tone={repeated === 'same' ? 'plain' : 'late'}>{t(`diplomacy.estimate.${repeated}`)}</Notice>
        )}
        <div className={styles['actions']}>
          <Button onClick={save}>{t('diplomacy.estimate.save')}</Button>
          <Button onClick={onRepeat}>{t('diplomacy.estimate.repeat')}</Button>
        </div>
      </Stack>
    </Card>
  );
}
