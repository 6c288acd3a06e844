import { useMemo } from 'react';
import { describePack, findPack, releasedPacks, type Pack, type PackDocument } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';

/** A released pack with its document in the language of the page; null for a pack or version that is not there. */
export function usePackDocument(
  id: string,
  version: string,
): { readonly pack: Pack; readonly document: PackDocument } | null {
  const { language } = useLanguage();
  return useMemo(() => {
    const pack = findPack(releasedPacks, `${id}@${version}`);
    return pack === null ? null : { pack, document: describePack(pack, language) };
  }, [id, version, language]);
}
