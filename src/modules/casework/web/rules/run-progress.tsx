import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Stack } from '#platform/web/ui';
import styles from './rules-screen.module.css';
import type { ManyMoves } from './use-many-moves.ts';

/** How far a run is, and the way to end it after the case that is under way. */
export function RunProgress({
  running: { what, done, of },
  onStop,
}: {
  readonly running: NonNullable<ManyMoves['running']>;
  readonly onStop: () => void;
}) {
  const { t } = useLanguage();
  const label = t(`casework.manyRules.running.${what}`, { done, of });
  return (
    <Card title={t(`casework.manyRules.run.${what}`)}>
      <Stack>
        <progress className={styles['progress']} value={done} max={Math.max(1, of)} aria-label={label} />
        <p>{label}</p>
        <div>
          <Button onClick={onStop}>{t('casework.manyRules.stop')}</Button>
        </div>
      </Stack>
    </Card>
  );
}
