import type { ReleaseRepair, ReleaseTable } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import { Button, Disclosure, Stack } from '#platform/web/ui';
import { FiguresTable } from '../ledger/figures-table.tsx';
import { Part } from '../shared/part.tsx';

/** Other forms of the table that pass with the whole ledger, each as it would be told. Nothing is changed unasked. */
export function ReleaseRepairs({
  repairs,
  floor,
  onTake,
}: {
  readonly repairs: readonly ReleaseRepair[];
  readonly floor: number;
  readonly onTake: (to: ReleaseTable) => void;
}) {
  const { t } = useLanguage();
  return (
    <Part title={t('diplomacy.release.repairs')}>
      {repairs.length === 0 && <p>{t('diplomacy.release.noRepair')}</p>}
      {repairs.map((repair, at) => {
        const [first, second] = repair.names ?? ['', ''];
        const title = t(`diplomacy.release.repair.${repair.kind}`, { first, second });
        return (
          <Disclosure key={at} summary={`${title}. ${t('diplomacy.release.lost', { count: repair.lost })}`}>
            <Stack>
              <FiguresTable figures={repair.told.figures} floor={floor} label={title} />
              <div>
                <Button onClick={() => onTake(repair.to)}>{t('diplomacy.release.take')}</Button>
              </div>
            </Stack>
          </Disclosure>
        );
      })}
    </Part>
  );
}
