import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { JourneyAnswer, Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useNarrow } from '#platform/web/state';
import { Card, Disclosure, Rows } from '#platform/web/ui';
import { useOpenWork } from '#kernel/spaces/web';
import { DueMark } from '../shared/due-mark.tsx';
import { engineDay } from '../shared/engine-day.ts';
import { mainStage } from '../shared/main-stage.ts';
import type { FactLine } from './fact-lines.ts';
import { NextSteps } from './next-steps.tsx';
import { Rail } from './rail.tsx';
import { trackRails, type TrackRail } from './track-rails.ts';
import styles from './track-rail.module.css';
import { useTrackName } from './use-track-name.ts';

/** Where the person stands on every track that has begun; what has not begun yet is folded away below. */
export function JourneyCard({
  answer,
  packs,
  lines,
  beside,
}: {
  readonly answer: JourneyAnswer;
  readonly packs: readonly Pack[];
  readonly lines: readonly FactLine[];
  readonly beside: ReactNode;
}) {
  const { t, language } = useLanguage();
  const rails = useMemo(() => trackRails(answer, packs, lines, language), [answer, packs, lines, language]);
  const main = mainStage(answer, packs);
  const first = rails.find(({ stage }) => stage === main);
  const begun = rails.filter((rail) => rail !== first && rail.begun);
  const waiting = rails.filter((rail) => rail !== first && !rail.begun);
  return (
    <Card title={t('casework.journey.title')} beside={beside}>
      <div className={styles['tracks']}>
        {first && <Track rail={first} isMain />}
        {begun.map((rail) => (
          <Track key={rail.stage.track} rail={rail} />
        ))}
        {waiting.length > 0 && <NotBegun rails={waiting} />}
      </div>
    </Card>
  );
}

function Track({ rail, isMain = false }: { readonly rail: TrackRail; readonly isMain?: boolean }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const narrow = useNarrow();
  const name = useTrackName()(rail.stage.track);
  // The next date of the main track is the lit one of the page.
  const mark = !isMain && rail.waitsFor && (
    <DueMark date={engineDay(rail.waitsFor.due)} today={today} whose={rail.waitsFor.addressee} />
  );
  const now = rail.steps.findIndex(({ kind }) => kind === 'now') + 1;
  const label = t('casework.rail.name', { track: name, now, of: rail.steps.length });
  const body = (
    <>
      <Rail steps={rail.steps} label={label} />
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
  const nameOf = useTrackName();
  return (
    <Disclosure quiet summary={t('casework.rail.notBegun', { count: rails.length })}>
      <div className={styles['unfolded']}>
        <Rows>
          {rails.map((rail) => (
            <li key={rail.stage.track}>
              <p>
                <strong>{nameOf(rail.stage.track)}</strong> <span className={styles['day']}>{rail.stage.title}</span>
              </p>
              <NextSteps rail={rail} />
            </li>
          ))}
        </Rows>
      </div>
    </Disclosure>
  );
}
