import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Stack, TakesFocus } from '#platform/web/ui';
import type { Running } from './many-moves.ts';
import styles from './rules-screen.module.css';

/** How far a run is, and the way to end it after the case that is under way. */
export function RunProgress({
  running: { what, done, of },
  onStop,
}: {
  readonly running: Running;
  readonly onStop: () => void;
}) {
  const { t } = useLanguage();
  const label = t(`casework.manyRules.running.${what}`, { done, of });
  const title = t(`casework.manyRules.run.${what}`);
  return (
    <TakesFocus label={title}>
      <Card title={title}>
        <Stack>
          <progress className={styles['progress']} value={done} max={Math.max(1, of)} aria-label={label} />
          <p>{label}</p>
          <div>
            <Button onClick={onStop}>{t('casework.manyRules.stop')}</Button>
          </div>
        </Stack>
      </Card>
    </TakesFocus>
  );
}
