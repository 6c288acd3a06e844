import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Breadcrumbs, Button, Card, Notice, Page, Rows, Skeleton } from '#platform/web/ui';
import { packageRoutes } from '../../contract/package-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import { ItemMark } from './item-mark.tsx';
import { OpenedPart } from './opened-part.tsx';
import { usePackage, type OpenedPackage, type ReadPackage } from './use-packages.ts';
import { WhyNotDone } from './why-not-done.tsx';
import styles from './play.module.css';

/** One course from elsewhere: its parts with how far one is, and the part that is open. */
export function PackagePage({ id }: { readonly id: string }) {
  const { t, formatDay } = useLanguage();
  const { found, refused, reload } = usePackage(id);
  const title = found?.package.title ?? t('learning.packages.title');
  const mine = found?.package.mine;
  return (
    <Page
      title={<bdi>{title}</bdi>}
      marks={mine && <ItemMark state={mine.state} />}
      lead={mine?.doneOn ? t('learning.packages.doneOn', { day: formatDay(mine.doneOn) }) : undefined}
      crumbs={
        <Breadcrumbs
          label={t('learning.packages.way')}
          parts={[
            <Link key="training" to="/training">
              {t('learning.training.title')}
            </Link>,
            <Link key="all" to="/learning/$part" params={{ part: 'packages' }}>
              {t('learning.packages.title')}
            </Link>,
            <bdi key="one">{title}</bdi>,
          ]}
        />
      }
    >
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {found === null && refused === null && <Skeleton label={t('learning.packages.loading')} lines={4} />}
      {found && <Parts key={id} found={found} onChanged={reload} />}
    </Page>
  );
}

interface Open extends OpenedPackage {
  readonly item: number;
}

function Parts({ found, onChanged }: { readonly found: ReadPackage; readonly onChanged: () => void }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const [open, setOpen] = useState<Open | null>(null);
  const { busy, refused, run } = useChange(() => undefined);
  const { package: pack, items } = found;
  const start = (item: number): Promise<void> =>
    run(async () => {
      const answer = await work.api.call(packageRoutes.openPackage, {
        params: { package: pack.id },
        input: { item },
      });
      if (answer.ok) {
        setOpen({ ...answer.value, item });
        // It is begun from now on.
        onChanged();
      }
      return answer;
    });
  const left = useCallback((): void => {
    setOpen(null);
    onChanged();
  }, [onChanged]);
  if (open)
    return (
      <OpenedPart
        key={open.opening}
        opened={open}
        kind={pack.kind}
        title={items[open.item]?.title ?? pack.title}
        onLeft={left}
        onAnew={() => void start(open.item)}
      />
    );
  return (
    <>
      {pack.needsHost && <Notice tone="soon">{refusalMessage(t, 'NeedsOwnHost')}</Notice>}
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <Card title={t('learning.packages.partsTitle')} beside={items.length > 1 ? items.length : undefined}>
        <Rows>
          {items.map(({ title, state }, at) => (
            <li key={at} className={styles['part']}>
              <span className={styles['marks']}>
                <bdi>{title}</bdi>
                <ItemMark state={state} />
              </span>
              {!pack.needsHost && (
                <Button
                  kind={at === nextOf(items) ? 'main' : 'plain'}
                  busy={busy && t('learning.packages.opening')}
                  onClick={() => void start(at)}
                >
                  {t(state === 'new' ? 'learning.packages.open' : 'learning.packages.goOn')}
                  <span className="visually-hidden"> {title}</span>
                </Button>
              )}
            </li>
          ))}
        </Rows>
      </Card>
      <WhyNotDone found={found} />
    </>
  );
}

/** The part that comes next: the first that is not done. */
function nextOf(items: ReadPackage['items']): number {
  return items.findIndex(({ state }) => state !== 'done');
}
