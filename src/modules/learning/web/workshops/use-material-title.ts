import { useLanguage } from '#kernel/languages/web';
import type { MaterialKind } from '../../model/open/workshop/material.ts';

/** What something to give out is called: slides and cards in the language of whoever looks, all else as somebody named it. */
export function useMaterialTitle() {
  const { t } = useLanguage();
  return ({
    kind,
    name,
    title,
  }: {
    readonly kind: MaterialKind;
    readonly name: string;
    readonly title: string;
  }): string => {
    const key = `learning.materials.set.${name}`;
    return (kind === 'slides' || kind === 'cards') && t.has(key) ? t(key) : title;
  };
}
