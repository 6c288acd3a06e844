import { Check, CircleDashed, CircleSlash, FileSearch } from 'lucide-react';
import {
  describeGuard,
  describeNext,
  describeStage,
  type GuardAnswer,
  type NextStep,
  type Pack,
} from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Disclosure, Rows, StateMark } from '#platform/web/ui';
import { SourceName } from '../case-page/source-name.tsx';
import { engineDay } from '../shared/engine-day.ts';
import { doorOf, type TrackRail } from './track-rails.ts';
import styles from './track-rail.module.css';

/** What may come next on a track: each step, whether it can be taken, and what it asks. Nothing where nothing may come. */
export function NextSteps({ rail }: { readonly rail: TrackRail }) {
  const { t } = useLanguage();
  if (rail.next.length === 0) return null;
  return (
    <Disclosure quiet summary={t('casework.rail.next', { count: rail.next.length })}>
      <div className={styles['unfolded']}>
        <Rows>
          {rail.next.map((step) => (
            <li key={`${step.by} ${step.to ?? ''} ${step.route ?? ''}`}>
              <StepRow step={step} pack={rail.pack} track={rail.stage.track} />
            </li>
          ))}
        </Rows>
      </div>
    </Disclosure>
  );
}

function StepRow({ step, pack, track }: { readonly step: NextStep; readonly pack: Pack; readonly track: string }) {
  const { t, language } = useLanguage();
  return (
    <div className={styles['next']}>
      <div className={styles['nextHead']}>
        <strong>{describeNext(pack, step, language)}</strong>
        <DoorMark step={step} />
      </div>
      {step.to !== null && (
        <p className={styles['cause']}>
          {t('casework.rail.leadsTo', { stage: describeStage(pack, track, step.to, language) })}
        </p>
      )}
      {step.guards.length > 0 && (
        <ul className={styles['guards']} aria-label={t('casework.guard.title')}>
          {step.guards.map((guard) => (
            <Guard key={guard.id} guard={guard} words={describeGuard(pack, guard, language)} />
          ))}
        </ul>
      )}
      <p className={styles['cause']}>
        {step.sources.map((source) => (
          <span key={`${source.id}:${source.article}`}>
            <SourceName title={source.title} article={source.article} />.{' '}
          </span>
        ))}
        {(step.confidence === 'GK' || step.confidence === 'C') && (
          <StateMark kind="unchecked">{t(`casework.why.doubt.${step.confidence}`)}</StateMark>
        )}
      </p>
    </div>
  );
}

function DoorMark({ step }: { readonly step: NextStep }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const door = doorOf(step);
  if (door.is === 'open') return <StateMark kind="done">{t('casework.door.open')}</StateMark>;
  if (door.is === 'closed')
    return (
      <StateMark kind="plain" icon={false}>
        {t('casework.door.closed')}
      </StateMark>
    );
  return (
    <StateMark kind="later">{t('casework.door.opens', { day: formatShortDay(engineDay(door.on), today) })}</StateMark>
  );
}

const guardIcons = { met: Check, unmet: CircleSlash, 'to-show': FileSearch, 'due-on': CircleDashed } as const;

/** One thing a step asks, and how it stands: met, not met as far as is known, to be shown, or met on a day. */
function Guard({ guard, words }: { readonly guard: GuardAnswer; readonly words: string }) {
  const { t, formatDay } = useLanguage();
  const Icon = guardIcons[guard.state];
  const stands =
    guard.state === 'due-on'
      ? t('casework.guard.due-on', { day: guard.on === undefined ? '' : formatDay(engineDay(guard.on)) })
      : t(`casework.guard.${guard.state}`);
  return (
    <li>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span>
        {words}: {stands}
      </span>
    </li>
  );
}
