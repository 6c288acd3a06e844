import { useEffect, useState } from 'react';
import { useWork } from '#kernel/spaces/web';
import { draftRoutes } from '../../contract/draft-routes.ts';
import { useSitting } from './sitting.ts';

/** Addresses at which this page shows the pictures of the draft, by name; null until all are here. They go with the page. */
export function useShownPictures(): ReadonlyMap<string, string> | null {
  const { id, draft } = useSitting();
  const { work } = useWork();
  const [shown, setShown] = useState<ReadonlyMap<string, string> | null>(null);
  const names = [...draft.source.mediaThere.keys()].join(' ');
  useEffect(() => {
    let wanted = true;
    const made: string[] = [];
    const show = async (name: string): Promise<readonly [string, string] | null> => {
      const answer = await work.api.call(draftRoutes.readPicture, { params: { draft: id, name } });
      if (!answer.ok || !wanted) return null;
      const type = name.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
      const address = URL.createObjectURL(new Blob([Uint8Array.from(answer.value)], { type }));
      made.push(address);
      return [name, address];
    };
    void Promise.all(names.split(' ').filter(Boolean).map(show)).then((found) => {
      if (wanted) setShown(new Map(found.filter((one) => one !== null)));
    });
    return () => {
      wanted = false;
      for (const address of made) URL.revokeObjectURL(address);
    };
  }, [work, id, names]);
  return shown;
}
