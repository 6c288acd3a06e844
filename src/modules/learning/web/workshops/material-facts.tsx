import { useLanguage } from '#kernel/languages/web';
import { isOfPack, type MaterialKind } from '../../model/open/workshop/material.ts';

/** What something is and how large: whoever pays for each megabyte knows it before. */
export function MaterialFacts({
  kind,
  name,
  bytes,
}: {
  readonly kind: MaterialKind;
  readonly name: string;
  readonly bytes: number;
}) {
  const { t, formatNumber } = useLanguage();
  if (isOfPack(kind)) return t(`learning.materials.kind.${kind}`);
  const size = formatNumber(Math.max(0.1, Math.round(bytes / 104_857.6) / 10));
  return t('learning.materials.fact', { name, size });
}
