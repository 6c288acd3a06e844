import type { ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useNarrow } from '#platform/web/state';
import { Card, Disclosure, Rows } from '#platform/web/ui';
import { useOpenWork } from '#kernel/spaces/web';
import { DueMark } from '../shared/due-mark.tsx';
import { engineDay } from '../shared/engine-day.ts';
import { trackName } from '../shared/track-name.ts';
import { NextSteps } from './next-steps.tsx';
import { Rail } from './rail.tsx';
import type { TrackRail } from './track-rails.ts';
import styles from './track-rail.module.css';
import type { CaseRails } from './use-rails.ts';

/** Where the person stands on the track on which the stay hangs. */
export function JourneyCard({ rails, beside }: { readonly rails: CaseRails; readonly beside: ReactNode }) {
  const { t } = useLanguage();
  return (
    <Card title={t('casework.journey.title')} beside={beside}>
      {rails.main && <Track rail={rails.main} isMain />}
    </Card>
  );
}

/** All other tracks that have begun, each with its rail; those that stand where they began are folded away below. */
export function OtherTracks({ rails: { begun, waiting } }: { readonly rails: CaseRails }) {
  const { t } = useLanguage();
  if (begun.length + waiting.length === 0) return null;
  return (
    <Card title={t('casework.tracks.title')} beside={begun.length > 0 && begun.length}>
      <div className={styles['tracks']}>
        {begun.map((rail) => (
          <Track key={rail.stage.track} rail={rail} />
        ))}
        {waiting.length > 0 && <NotBegun rails={waiting} />}
      </div>
    </Card>
  );
}

/** Stages before and after now that fit beside each other on a wide page. */
const wholeWidth = { before: 4, after: 3 };
const oneColumn = { before: 2, after: 2 };

function Track({ rail, isMain = false }: { readonly rail: TrackRail; readonly isMain?: boolean }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const narrow = useNarrow();
  const name = trackName(t, rail.stage.track);
  // The next date of the main track is the lit one of the page.
  const mark = !isMain && rail.waitsFor && (
    <DueMark date={engineDay(rail.waitsFor.due)} today={today} whose={rail.waitsFor.addressee} />
  );
  const now = rail.steps.findIndex(({ kind }) => kind === 'now') + 1;
  const label = t('casework.rail.name', { track: name, now, of: rail.steps.length });
  const body = (
    <>
      <Rail steps={rail.steps} label={label} room={isMain ? wholeWidth : oneColumn} />
      <NextSteps rail={rail} />
    </>
  );
  if (narrow && !isMain) {
    return (
      <Disclosure
        summary={
          <span className={styles['summary']}>
            <span>
              {name}: {rail.stage.title}
            </span>
            {mark}
          </span>
        }
      >
        <div className={styles['inside']}>{body}</div>
      </Disclosure>
    );
  }
  return (
    <section className={styles['track']} aria-label={name}>
      <div className={styles['trackHead']}>
        <h3>{name}</h3>
        {mark}
      </div>
      {body}
    </section>
  );
}

/** Tracks that stand where they began, and what would begin each. */
function NotBegun({ rails }: { readonly rails: readonly TrackRail[] }) {
  const { t } = useLanguage();
  return (
    <Disclosure quiet summary={t('casework.rail.notBegun', { count: rails.length })}>
      <div className={styles['unfolded']}>
        <Rows>
          {rails.map((rail) => (
            <li key={rail.stage.track}>
              <p>
                <strong>{trackName(t, rail.stage.track)}</strong>{' '}
                <span className={styles['day']}>{rail.stage.title}</span>
              </p>
              <NextSteps rail={rail} />
            </li>
          ))}
        </Rows>
      </div>
    </Disclosure>
  );
}
