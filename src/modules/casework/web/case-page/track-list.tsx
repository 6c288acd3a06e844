import type { JourneyAnswer, Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Card, Rows } from '#platform/web/ui';
import { engineDay } from '../shared/engine-day.ts';
import { otherStages } from '../shared/main-stage.ts';
import styles from './next-date.module.css';

/** Other tracks that run beside: complaint, fund, identity; each with where it stands. */
export function TrackList({ answer, packs }: { readonly answer: JourneyAnswer; readonly packs: readonly Pack[] }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const others = otherStages(answer, packs);
  if (others.length === 0) return null;
  return (
    <Card title={t('casework.tracks.title')} beside={others.length}>
      <Rows>
        {others.map((stage) => (
          <li key={`${stage.pack}:${stage.track}`}>
            <div className={styles['head']}>
              <span>{stage.title}</span>
              <span className={styles['muted']}>
                {stage.since && t('casework.rail.since', { day: formatShortDay(engineDay(stage.since), today) })}
              </span>
            </div>
          </li>
        ))}
      </Rows>
    </Card>
  );
}
