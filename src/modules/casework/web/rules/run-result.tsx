import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Notice, Stack, TakesFocus } from '#platform/web/ui';
import type { RunOutcome } from './many-moves.ts';

/** What became of a run, announced and with the focus, and the way to take it back. */
export function RunResult({
  outcome: { what, done, refused, left },
  toTakeBack,
  onTakeBack,
}: {
  readonly outcome: RunOutcome;
  /** How many cases can be moved back. */
  readonly toTakeBack: number;
  readonly onTakeBack: () => void;
}) {
  const { t } = useLanguage();
  const title = t('casework.manyRules.done');
  return (
    <TakesFocus label={title}>
      <Card title={title}>
        <Stack>
          <Notice tone={refused > 0 ? 'soon' : 'plain'}>
            {t(`casework.manyRules.result.${what}`, { done, refused, left })}
          </Notice>
          {toTakeBack > 0 && (
            <>
              <p>{t('casework.manyRules.backLead')}</p>
              <div>
                <Button onClick={onTakeBack}>{t('casework.manyRules.back', { count: toTakeBack })}</Button>
              </div>
            </>
          )}
        </Stack>
      </Card>
    </TakesFocus>
  );
}
