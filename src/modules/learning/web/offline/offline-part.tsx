import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOnline } from '#platform/web/state';
import { Button, Disclosure, Notice } from '#platform/web/ui';
import { bytesOf, type KeptCourse } from '../../model/open/offline/offline-list.ts';
import type { KeptPlaces } from '../../model/open/offline/kept-places.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { KnownMemory } from '../counted/known-memory.ts';
import styles from '../player.module.css';
import type { Keeping } from '../save-queue.ts';
import { canKeepCourses, createCourseShelf } from './course-shelf.ts';
import { ReceiptCard } from './receipt-card.tsx';
import { useOffline, type Offline } from './use-offline.ts';
import { useReceipt, useShownReceipt, type ReceiptRun } from './use-receipt.ts';

/** Puts a module on this device, says what is there, and keeps it up to date; in all scenes, with buttons in some. */
export function OfflinePart({
  course,
  scene,
  keeping,
  isShown,
  places,
  onRemove,
  counting,
}: {
  readonly course: ReleasedCourse;
  /** Null behind the last one. */
  readonly scene: string | null;
  readonly keeping: Keeping['at'];
  /** Whether there is room for the buttons here. */
  readonly isShown: boolean;
  readonly places: KeptPlaces;
  /** Takes everything away. */
  readonly onRemove: () => Promise<void>;
  /** Of whoever is counted: the run, what this browser remembers, and whether it is done and not all of it sent. */
  readonly counting: {
    readonly run: ReceiptRun;
    readonly memory: KnownMemory;
    readonly isCounted: boolean;
    readonly isUntold: boolean;
  };
}) {
  const { t } = useLanguage();
  const [shelf] = useState(() => createCourseShelf(places));
  const offline = useOffline({ course: course.id, scene, keeping }, shelf, onRemove);
  const { run, memory, isCounted, isUntold } = counting;
  const receipt = useReceipt(run, memory, isCounted && offline.kept !== null);
  const shown = useShownReceipt(run, isUntold && scene === null ? receipt : null);
  if (!canKeepCourses() || !offline.isRead) return null;
  return (
    <>
      <Changed
        key={String(offline.kept === null)}
        kept={offline.kept}
        scene={scene}
        version={course.version}
        onTold={() => void shelf.tellNoMore().catch(() => undefined)}
      />
      {offline.renews && <Notice>{t('learning.offline.renews', { version: offline.offered?.version ?? '' })}</Notice>}
      {shown && <ReceiptCard course={course} receipt={shown} />}
      {isShown && <OfflineChoice offline={offline} hasReceipt={receipt !== null} />}
    </>
  );
}

/** That the module is another one than before; said until the learner goes on. */
function Changed({
  kept,
  scene,
  version,
  onTold,
}: {
  readonly kept: KeptCourse | null;
  readonly scene: string | null;
  readonly version: string;
  readonly onTold: () => void;
}) {
  const { t } = useLanguage();
  const [first] = useState(scene);
  const changed = kept !== null && kept.changedFrom !== null;
  const isOver = changed && scene !== first;
  useEffect(() => {
    if (isOver) onTold();
    // Once, when the learner goes on.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isOver]);
  return changed && !isOver ? <Notice>{t('learning.offline.changed', { version })}</Notice> : null;
}

function OfflineChoice({ offline, hasReceipt }: { readonly offline: Offline; readonly hasReceipt: boolean }) {
  const { t } = useLanguage();
  const online = useOnline();
  const { kept, offered, fetched, failed } = offline;
  const [done, setDone] = useState<'taken' | 'removed' | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that was pressed is gone: who works by keyboard must not be thrown back to the top of the page.
    if (done !== null) said.current?.focus();
  }, [done]);
  const sizeOf = useSize();
  const take = async (): Promise<void> => {
    setDone(null);
    if (!(await offline.take())) return;
    setDone('taken');
  };
  const remove = async (): Promise<void> => {
    await offline.remove();
    setDone('removed');
  };
  const size = offered === null ? null : sizeOf(bytesOf(offered));
  return (
    <Disclosure summary={t(kept ? 'learning.offline.here' : 'learning.offline.summary')}>
      <div className={styles['join']}>
        <p>{t('learning.offline.what')}</p>
        <p className={styles['small']}>{t('learning.offline.seen')}</p>
        {kept && <p>{t('learning.offline.keptHere', { version: kept.version, size: sizeOf(kept.bytes) })}</p>}
        {hasReceipt && <p>{t('learning.offline.receipt')}</p>}
        {/* There before its words, so that they are read out. */}
        <p role="status" ref={said} tabIndex={-1}>
          {done !== null && t(`learning.offline.${done}`)}
        </p>
        {failed !== null && <Notice tone="late">{t(`learning.offline.${failed}`)}</Notice>}
        {!kept && !online && <p>{t('learning.offline.later')}</p>}
        <p className={styles['buttons']}>
          {kept ? (
            <Button onClick={() => void remove()}>{t('learning.offline.remove')}</Button>
          ) : (
            size !== null && (
              <Button
                busy={fetched !== null && t('learning.offline.taking', { done: sizeOf(fetched), size })}
                onClick={() => void take()}
              >
                {t('learning.offline.take', { size })}
              </Button>
            )
          )}
        </p>
      </div>
    </Disclosure>
  );
}

/** Bytes as people read them: in thousands of thousands, one decimal. */
function useSize(): (bytes: number) => string {
  const { t, formatNumber } = useLanguage();
  return (bytes) => t('learning.offline.size', { size: formatNumber(Math.ceil(bytes / 100_000) / 10) });
}
