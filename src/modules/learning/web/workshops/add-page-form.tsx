import { useState } from 'react';
import { createId, type RouteRequest } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Disclosure, Notice, Select } from '#platform/web/ui';
import { materialRoutes } from '../../contract/material-routes.ts';
import type { MaterialId } from '../../model/open/workshop/material.ts';
import { refusalMessage } from '../refusal-message.ts';
import type { Materials } from './material-calls.ts';
import type { ListedSession } from './use-workshops.ts';
import styles from './workshops.module.css';

type Offered = Pick<RouteRequest<typeof materialRoutes.addPage>['input'], 'part' | 'page' | 'title'> & {
  readonly label: string;
};

/** Pages, slides or cards of the facilitator pack, without a file: as they stand today, or once more where they have changed since. */
export function AddPageForm({
  session,
  found,
  onAdded,
}: {
  readonly session: ListedSession;
  readonly found: Materials;
  readonly onAdded: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { randomBytes } = work.parts;
  const offered = useOffered(found);
  const [fresh, setFresh] = useState(() => createId<MaterialId>(randomBytes));
  const [chosen, choose] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    const wanted = offered[chosen];
    if (wanted === undefined) return;
    const { part, page, title } = wanted;
    const known = found.materials.find(({ versions }) =>
      versions.some(({ kind, name }) => kind === part && name === page),
    );
    const material = known?.id ?? fresh;
    const input = { part, page, title, seen: known?.versions[0]?.version ?? 0 };
    const params = { gathering: session.id, material };
    const answer = await work.api.call(materialRoutes.addPage, { params, input });
    setRefused(answer.ok ? null : answer.refusal.type);
    if (!answer.ok) return;
    setFresh(createId<MaterialId>(randomBytes));
    onAdded();
  };
  return (
    <Disclosure summary={t('learning.materials.fromPack')}>
      <div className={`${styles['stack']} ${styles['inside']}`}>
        <Select
          label={t('learning.materials.page')}
          hint={t('learning.materials.pageHint')}
          options={offered.map(({ label }, at) => ({ value: String(at), label }))}
          value={String(chosen)}
          onChange={({ target }) => choose(Number(target.value))}
        />
        {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
        <p>
          <Button onClick={() => void add()}>{t('learning.materials.addPage')}</Button>
        </p>
      </div>
    </Disclosure>
  );
}

/** What the pack offers, as it is called when it is given out and as it is chosen. */
function useOffered({ pages, sets }: Materials): readonly Offered[] {
  const { t } = useLanguage();
  return [
    ...pages.map(({ id, title }) => ({ part: 'page' as const, page: id, title, label: title })),
    ...sets.map(({ part, of, count }) => {
      const title = t(`learning.materials.set.${of}`);
      return { part, page: of, title, label: t('learning.materials.setOf', { title, count }) };
    }),
  ];
}
