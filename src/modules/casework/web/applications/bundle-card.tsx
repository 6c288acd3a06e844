import { useMemo, useState } from 'react';
import { bundleLimits } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { Application, OpenedCase } from '#modules/casework/client';
import { Button, Card, Field, Notice, ProgressBar } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useStationery } from '../stationery/stationery-store.ts';
import type { ApplicationView } from './application-view.ts';
import styles from './applications.module.css';
import { BundleParts } from './bundle-parts.tsx';
import type { LetterGround } from './letter-sources.ts';
import { makeApplicationBundle, type ApplicationBundle } from './make-application-bundle.ts';
import { MadeBundle } from './made-bundle.tsx';
import { useBundleOrder } from './use-bundle-order.ts';
import { useLetterGatherer, useLetterGround } from './use-letter-ground.ts';

const noPages: ReadonlyMap<string, number> = new Map();

/** One PDF of everything that is there, in the order the team wants, made on this device. */
export function BundleCard({ opened, view }: { readonly opened: OpenedCase; readonly view: ApplicationView }) {
  const { t } = useLanguage();
  const { session } = useOpenWork();
  const stationery = useStationery();
  const ordering = useBundleOrder(opened, view);
  const { act, order } = ordering;
  const [reference, setReference] = useState(view.content.reference ?? '');
  // What is seen here may not be saved yet: the bundle is made of what is seen.
  const current = useMemo(() => asSeen(view, order, reference), [view, order, reference]);
  const gather = useLetterGatherer(opened);
  const ground = useLetterGround(opened, current);
  const [lastMade, setLastMade] = useState<{ readonly of: string; readonly bundle: ApplicationBundle } | null>(null);
  // A bundle of what was there before is not the bundle of what is there now.
  const made = lastMade?.of === printOf(current, ground) ? lastMade.bundle : null;
  const [wrong, setWrong] = useState<string | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const make = async (): Promise<void> => {
    setWrong(null);
    setLastMade(null);
    setProgress({ done: 0, of: current.parts.length });
    const onProgress = (done: number, of: number): void => setProgress({ done, of });
    const gathered = await gather(current);
    const bundle = await makeApplicationBundle({
      session,
      opened,
      view: current,
      stationery,
      ground: gathered,
      t,
      onProgress,
    });
    setProgress(null);
    if (bundle.ok) setLastMade({ of: printOf(current, gathered), bundle: bundle.value });
    else setWrong(bundle.message);
  };
  const saveReference = (): void => {
    if (current.content.reference !== view.content.reference) void act.save({ reference: current.content.reference });
  };
  return (
    <Card
      title={t('casework.bundle.title')}
      beside={
        made ? t('casework.pages', { count: made.pages }) : t('casework.bundle.parts', { count: view.parts.length + 1 })
      }
    >
      <div className={styles['form']}>
        <BundleParts view={view} ordering={ordering} firstPages={made?.firstPages ?? noPages} />
        <Field
          label={`${t('casework.bundle.reference')} (${t('casework.optional')})`}
          hint={t('casework.bundle.referenceHint')}
          dir="auto"
          maxLength={60}
          value={reference}
          onChange={(event) => setReference(event.target.value)}
          onBlur={saveReference}
        />
        {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
        {wrong && <Notice tone="late">{wrong}</Notice>}
        {lastMade && !made && ground && <Notice tone="soon">{t('casework.bundle.changed')}</Notice>}
        {progress && (
          <ProgressBar {...progress} label={t('casework.bundle.progress', { done: progress.done, of: progress.of })} />
        )}
        <Button kind="main" wide busy={progress !== null && t('casework.bundle.making')} onClick={() => void make()}>
          {t('casework.bundle.make')}
        </Button>
        {made ? (
          <MadeBundle opened={opened} made={made} onSaved={(bundle) => void act.save({ bundle })} />
        ) : (
          <p className={styles['muted']}>{t('casework.bundle.lead', { pages: bundleLimits.pages })}</p>
        )}
      </div>
    </Card>
  );
}

/** The application as the page shows it, with an order and a reference that may not be saved yet. */
function asSeen(
  view: ApplicationView,
  { order, turned }: Pick<Application, 'order' | 'turned'>,
  typed: string,
): ApplicationView {
  const reference = typed.normalize('NFC').trim() || null;
  return {
    ...view,
    content: { ...view.content, order, turned, reference },
    parts: order.flatMap((id) => view.parts.find((part) => part.id === id) ?? []),
  };
}

/** Everything that a bundle is made from, to tell whether it changed since; saving the bundle itself is no change. */
function printOf({ content }: ApplicationView, ground: LetterGround | null): string {
  const { order, turned, letter, form, reference } = content;
  return JSON.stringify([order, turned, letter, form, reference, ground?.values]);
}
