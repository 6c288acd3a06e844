import { useLanguage } from '#kernel/languages/web';
import type { DraftedRelease } from '../../model/open/ledger/read-release.ts';
import { FiguresTable } from '../ledger/figures-table.tsx';
import { Part } from '../shared/part.tsx';

/** What would be signed: of whom, in which document, and each number as it would stand there. */
export function ReleasePreview({
  draft: { population, document, figures, floor },
}: {
  readonly draft: Pick<DraftedRelease, 'population' | 'document' | 'figures' | 'floor'>;
}) {
  const { t } = useLanguage();
  return (
    <Part title={t('diplomacy.release.preview')}>
      <p>{t('diplomacy.release.previewOf', { population, ...document })}</p>
      <FiguresTable figures={figures} floor={floor} label={t('diplomacy.release.preview')} />
    </Part>
  );
}
