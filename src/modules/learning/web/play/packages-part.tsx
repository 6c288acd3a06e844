import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Card, Disclosure, EmptyState, Notice, Rows, Skeleton } from '#platform/web/ui';
import { packageRoutes } from '../../contract/package-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import { ImportCard } from './import-card.tsx';
import { ItemMark } from './item-mark.tsx';
import { ProblemList } from './problem-list.tsx';
import { usePackages, type ListedPackage } from './use-packages.ts';
import styles from './play.module.css';

const leads = ['administrator', 'coordinator'];

/** Courses from elsewhere: to be opened by everybody, brought and removed by whoever leads. */
export function PackagesPart() {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const { found, refused, reload } = usePackages();
  const imports = roles.some((role) => leads.includes(role));
  return (
    <>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {found === null && refused === null && <Skeleton label={t('learning.packages.loading')} lines={4} />}
      {found?.packages.length === 0 && <EmptyState>{t('learning.packages.none')}</EmptyState>}
      {found && found.packages.length > 0 && (
        <Card title={t('learning.packages.list')} beside={found.packages.length}>
          <Rows>
            {found.packages.map((pack) => (
              <PackageRow key={pack.id} pack={pack} imports={imports} onChanged={reload} />
            ))}
          </Rows>
        </Card>
      )}
      {imports && <ImportCard onTaken={reload} />}
    </>
  );
}

function PackageRow({
  pack,
  imports,
  onChanged,
}: {
  readonly pack: ListedPackage;
  readonly imports: boolean;
  readonly onChanged: () => void;
}) {
  const { t, formatDay, formatNumber } = useLanguage();
  const { names } = useOpenWork();
  const { id, title, kind, activities, bytes, importedOn, importedBy, mine, warnings } = pack;
  return (
    <li className={styles['package']}>
      <p className={styles['marks']}>
        <Link to="/learning/$part" params={{ part: id }}>
          <bdi>{title}</bdi>
        </Link>
        <ItemMark state={mine.state} />
      </p>
      <p className={styles['small']}>
        {t(`learning.packages.kind.${kind}`)}, {t('learning.packages.parts', { count: activities })}
        {imports &&
          t('learning.packages.brought', {
            size: formatNumber(Math.max(1, Math.round(bytes / 100_000)) / 10),
            day: formatDay(importedOn),
            by: names.get(importedBy) ?? t('learning.training.somebody'),
          })}
      </p>
      {imports && warnings.length > 0 && (
        <Disclosure summary={t('learning.packages.warnings', { count: warnings.length })} quiet>
          <ProblemList problems={warnings} />
        </Disclosure>
      )}
      {imports && <RemovePackage pack={pack} onRemoved={onChanged} />}
    </li>
  );
}

function RemovePackage({ pack, onRemoved }: { readonly pack: ListedPackage; readonly onRemoved: () => void }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const [asked, setAsked] = useState(false);
  const { busy, refused, run } = useChange(onRemoved);
  const named = <span className="visually-hidden"> {pack.title}</span>;
  if (!asked)
    return (
      <p>
        <Button kind="link" onClick={() => setAsked(true)}>
          {t('learning.packages.remove')}
          {named}
        </Button>
      </p>
    );
  return (
    <Notice tone="soon">
      <p>{t('learning.packages.removeLead')}</p>
      {refused !== null && <p>{refusalMessage(t, refused)}</p>}
      <p className={styles['marks']}>
        <Button
          kind="danger"
          busy={busy && t('learning.organise.saving')}
          onClick={() => void run(() => work.api.call(packageRoutes.removePackage, { params: { package: pack.id } }))}
        >
          {t('learning.packages.removeSure')}
          {named}
        </Button>
        <Button onClick={() => setAsked(false)}>{t('learning.packages.removeNot')}</Button>
      </p>
    </Notice>
  );
}
