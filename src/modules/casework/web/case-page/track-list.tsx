import type { JourneyAnswer, Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Card, Rows } from '#platform/web/ui';
import { DueMark } from '../shared/due-mark.tsx';
import { engineDay } from '../shared/engine-day.ts';
import { mainStage, otherStages } from '../shared/main-stage.ts';
import styles from './next-date.module.css';

/** Other tracks that run beside: complaint, fund, identity; each with where it stands. */
export function TrackList({ answer, packs }: { readonly answer: JourneyAnswer; readonly packs: readonly Pack[] }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const others = otherStages(answer, packs);
  const main = mainStage(answer, packs)?.pack ?? '';
  if (others.length === 0) return null;
  return (
    <Card title={t('casework.tracks.title')} beside={others.length}>
      <Rows>
        {others.map((stage) => (
          <li key={`${stage.pack}:${stage.track}`}>
            <div className={styles['head']}>
              <span>
                <strong>{stage.title}</strong>{' '}
                <span className={styles['muted']}>
                  {stage.since && t('casework.rail.since', { day: formatShortDay(engineDay(stage.since), today) })}
                </span>
              </span>
              <TrackMark answer={answer} pack={stage.pack} main={main} />
            </div>
          </li>
        ))}
      </Rows>
    </Card>
  );
}

/** The next date of a track that goes by a procedure of its own, and whose turn it is. */
function TrackMark({
  answer,
  pack,
  main,
}: {
  readonly answer: JourneyAnswer;
  readonly pack: string;
  readonly main: string;
}) {
  const { today } = useOpenWork();
  const next = answer.deadlines.find(
    (deadline) => deadline.pack === pack && deadline.state === 'running' && deadline.sense !== 'from',
  );
  if (pack === main || !next) return null;
  return <DueMark date={engineDay(next.due)} today={today} whose={next.addressee} />;
}
