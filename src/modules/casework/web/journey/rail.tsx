import { Check } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Disclosure } from '#platform/web/ui';
import { engineDay } from '../shared/engine-day.ts';
import type { RailStep } from './track-rails.ts';
import styles from './track-rail.module.css';

/**
 * What lies behind, where the person stands, and what may come, as buoys on a line; on a phone the steps around now. All of
 * them are one press away wherever some are left out.
 */
export function Rail({
  steps,
  label,
  room,
}: {
  readonly steps: readonly RailStep[];
  readonly label: string;
  /** Stages before and after now that a wide page shows beside each other. */
  readonly room: { readonly before: number; readonly after: number };
}) {
  const { t } = useLanguage();
  const now = steps.findIndex(({ kind }) => kind === 'now');
  const around = (before: number, after: number): readonly RailStep[] =>
    steps.slice(Math.max(0, now - before), now + after + 1);
  return (
    <>
      {(['whole', 'folded'] as const).map((look) => {
        const shown = look === 'whole' ? around(room.before, room.after) : around(1, 1);
        return (
          <div key={look} className={styles[look]}>
            <Steps steps={shown} label={label} />
            {steps.length > shown.length && (
              <Disclosure quiet summary={t('casework.rail.whole', { count: steps.length })}>
                <div className={styles['unfolded']}>
                  <Steps steps={steps} label={label} standing />
                </div>
              </Disclosure>
            )}
          </div>
        );
      })}
    </>
  );
}

function Steps({
  steps,
  label,
  standing = false,
}: {
  readonly steps: readonly RailStep[];
  readonly label: string;
  /** One below the other, however wide the page is. */
  readonly standing?: boolean;
}) {
  const { t } = useLanguage();
  return (
    <ol className={`${styles['rail']} ${standing ? '' : styles['lying']}`} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={`${styles['step']} ${styles[step.kind] ?? ''}`}
          aria-current={step.kind === 'now' ? 'step' : undefined}
        >
          <span className={styles['buoy']} aria-hidden>
            {step.kind === 'passed' && <Check size={16} strokeWidth={2.5} />}
            {step.kind === 'now' && <span className={styles['dot']} />}
          </span>
          <span>
            <span className={styles['title']}>{step.title}</span>
            <StepWords step={step} />
            <span className="visually-hidden"> {t(`casework.rail.${step.kind}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Since when and by what; or by what it may come, and whether it can. */
function StepWords({ step }: { readonly step: RailStep }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const day = (text: string): string => formatShortDay(engineDay(text), today);
  if (step.kind === 'maybe') {
    const { door, by } = step;
    return (
      <>
        <span className={styles['day']}>
          {door.is === 'opens' ? t('casework.door.opens', { day: day(door.on) }) : t(`casework.door.${door.is}`)}
        </span>
        <span className={styles['cause']}>{t('casework.rail.by', { fact: by })}</span>
      </>
    );
  }
  return (
    <>
      {step.since !== null && (
        <span className={styles['day']}>
          {t(step.kind === 'now' ? 'casework.rail.since' : 'casework.rail.from', { day: day(step.since) })}
        </span>
      )}
      {step.cause && (
        <span className={styles['cause']}>
          {t(step.cause.kind === 'fact' ? 'casework.rail.by' : 'casework.rail.byTimer', { fact: step.cause.title })}
        </span>
      )}
    </>
  );
}
