import { useCallback, useRef, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Card, Notice } from '#platform/web/ui';
import { packageRoutes } from '../../contract/package-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import type { KeepingState } from './create-keeper.ts';
import { PackageFrame } from './package-frame.tsx';
import type { ListedPackage, OpenedPackage } from './use-packages.ts';
import { usePlaySession } from './use-play-session.ts';
import styles from './play.module.css';

/** Milliseconds in which what a part by cmi5 has begun to tell the record store gets there. */
const underWay = 1_000;

interface OpenedPartProps {
  readonly opened: OpenedPackage;
  readonly kind: ListedPackage['kind'];
  readonly title: string;
  readonly onLeft: () => void;
  /** Opens the part once more, from what is kept by now. */
  readonly onAnew: () => void;
}

/** The part that is open: its pages in a frame without an origin, how keeping stands, and the way out. */
export function OpenedPart({ opened, kind, title, onLeft, onAnew }: OpenedPartProps) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { session, state, failed } = usePlaySession(opened, kind);
  const [emptied, setEmptied] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const stopped = state.at === 'stopped';
  const over = useRef(false);
  const end = useCallback(async (): Promise<void> => {
    if (over.current) return;
    over.current = true;
    await session?.flush();
    await work.api.call(packageRoutes.endOpening, { params: { opening: opened.opening }, input: {} });
    onLeft();
  }, [session, work, opened.opening, onLeft]);
  const emptiedNow = useCallback(() => void end(), [end]);
  const leave = (): void => {
    setLeaving(true);
    if (opened.play === null) setTimeout(() => setEmptied(true), underWay);
    else if (session && !stopped) setEmptied(true);
    else void end();
  };
  return (
    <Card title={<bdi>{title}</bdi>} beside={opened.play && <KeepingWords state={state} />}>
      <div className={styles['form']}>
        <p>
          <Button busy={leaving && t('learning.packages.leaving')} onClick={leave}>
            {t('learning.packages.leave')}
          </Button>
        </p>
        {failed && <Notice tone="late">{refusalMessage(t, 'Unreachable')}</Notice>}
        {state.at === 'stopped' && (
          <Notice tone="late">
            <p>{refusalMessage(t, state.why)}</p>
            <p>
              <Button kind="main" onClick={onAnew}>
                {t('learning.packages.anew')}
              </Button>
            </p>
          </Notice>
        )}
        {(session || opened.play === null) && !stopped && (
          <PackageFrame
            address={opened.address}
            title={title}
            emptied={emptied}
            onMessage={session?.hear ?? ignore}
            onEmptied={emptiedNow}
          />
        )}
      </div>
    </Card>
  );
}

/** A part by cmi5 speaks to the record store, and not to us. */
function ignore(): void {
  // Nothing is to be done.
}

function KeepingWords({ state }: { readonly state: KeepingState }) {
  const { t } = useLanguage();
  return <span role="status">{t(`learning.packages.keeping.${state.at}`)}</span>;
}
