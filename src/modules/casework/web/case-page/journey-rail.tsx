import { Check } from 'lucide-react';
import type { CivilDate } from '#platform/base';
import { describeNext, describeStage, type JourneyAnswer, type Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Disclosure } from '#platform/web/ui';
import { mainStage } from '../shared/main-stage.ts';
import styles from './journey-rail.module.css';

interface RailStep {
  readonly key: string;
  readonly kind: 'passed' | 'now' | 'maybe';
  readonly title: string;
  readonly day: string;
}

/** What lies behind, where the person stands, and what may come, as buoys on a line; on a phone the steps around now, then all. */
export function JourneyRail({ answer, packs }: { readonly answer: JourneyAnswer; readonly packs: readonly Pack[] }) {
  const { t } = useLanguage();
  const steps = useRailSteps(answer, packs);
  const now = steps.findIndex(({ kind }) => kind === 'now') + 1;
  const near = steps.slice(Math.max(0, now - 2), now + 1);
  const label = t('casework.rail.name', { now, of: steps.length });
  return (
    <>
      <div className={styles['whole']}>
        <Steps steps={steps} label={label} />
      </div>
      <div className={styles['folded']}>
        <Steps steps={near} label={label} />
        {steps.length > near.length && (
          <Disclosure quiet summary={t('casework.rail.whole', { count: steps.length })}>
            <div className={styles['unfolded']}>
              <Steps steps={steps} label={label} />
            </div>
          </Disclosure>
        )}
      </div>
    </>
  );
}

function Steps({ steps, label }: { readonly steps: readonly RailStep[]; readonly label: string }) {
  const { t } = useLanguage();
  return (
    <ol className={styles['rail']} aria-label={label}>
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
            <span className={styles['day']}>{step.day}</span>
            <span className="visually-hidden"> {t(`casework.rail.${step.kind}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The track on which the stay hangs; at most three possible steps are shown. */
function useRailSteps(answer: JourneyAnswer, packs: readonly Pack[]): readonly RailStep[] {
  const { t, language, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const main = mainStage(answer, packs);
  const pack = packs.find(({ id }) => id === main?.pack);
  if (!main || !pack) return [];
  // The engine's days have the form of days.
  const day = (text: string): string => formatShortDay(text.slice(0, 10) as CivilDate, today);
  const spans = answer.history.filter(({ track }) => track === main.track);
  const passed = spans
    .filter(({ to }) => to !== null)
    .slice(-4)
    .map((span, at): RailStep => ({
      key: `${span.stage}:${at}`,
      kind: 'passed',
      title: describeStage(pack, span.track, span.stage, language),
      day: t('casework.rail.from', { day: day(span.from) }),
    }));
  const current: RailStep = {
    key: 'now',
    kind: 'now',
    title: main.title,
    day: main.since === null ? '' : t('casework.rail.since', { day: day(main.since) }),
  };
  const seen = new Set<string>([main.stage]);
  const ahead = answer.next.flatMap((step): readonly RailStep[] => {
    const known = pack.tracks.find(({ id }) => id === main.track)?.stages.some(({ id }) => id === step.to);
    if (step.to === null || !known || seen.has(step.to)) return [];
    seen.add(step.to);
    const title = describeStage(pack, main.track, step.to, language);
    return [
      { key: step.to, kind: 'maybe', title, day: t('casework.rail.by', { fact: describeNext(pack, step, language) }) },
    ];
  });
  return [...passed, current, ...ahead.slice(0, 3)];
}
