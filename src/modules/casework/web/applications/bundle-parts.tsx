import { ChevronDown, ChevronUp, RotateCw, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { degreesOf, leaveOut, movePart, putPartAt, turnPart } from '#modules/casework/client';
import { missingOf, type ApplicationView, type PartView } from './application-view.ts';
import styles from './applications.module.css';
import type { BundleOrdering } from './use-bundle-order.ts';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** The contents of the bundle: letter first, then the parts in an order that buttons, keys and dragging change. */
export function BundleParts({
  view,
  ordering,
  firstPages,
}: {
  readonly view: ApplicationView;
  readonly ordering: BundleOrdering;
  readonly firstPages: ReadonlyMap<string, number>;
}) {
  const { t } = useLanguage();
  const { order, change } = ordering;
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<string | null>(null);
  const [dragged, setDragged] = useState<RecordId | null>(null);
  const parts = order.order.flatMap((id) => view.parts.find((part) => part.id === id) ?? []);
  const placed = order.order.join();
  useEffect(() => {
    // A row that moved is another place in the page: the focus goes along with it.
    if (moved.current !== null) list.current?.querySelector<HTMLElement>(`[id="${moved.current}"]`)?.focus();
    moved.current = null;
  }, [placed]);
  const move = (part: RecordId, by: -1 | 1, button: string): void => {
    moved.current = button;
    change((now) => movePart(now, part, by));
  };
  return (
    <>
      <ol className={styles['contents']} aria-label={t('casework.bundle.contentsLabel')} ref={list}>
        <li className={styles['part']}>
          <PartLine title={t('casework.letter.title')} page={firstPages.size > 0 ? '1' : ''} />
        </li>
        {parts.map((part, at) => (
          <li key={part.id}>
            <div
              className={dragged === part.id ? `${styles['part']} ${styles['dragged']}` : styles['part']}
              draggable
              onDragStart={(event) => {
                // Nothing of the part may travel to other windows: only that something is dragged.
                event.dataTransfer.setData('text/plain', '');
                setDragged(part.id);
              }}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => dragged && event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged) change((now) => putPartAt(now, dragged, part.id));
                setDragged(null);
              }}
            >
              <PartLine
                title={`${at + 1}. ${part.title}`}
                page={pageOf(part, firstPages, t('casework.paper.noFile'))}
              />
              <PartButtons part={part} view={view} ordering={ordering} onMove={move} />
            </div>
          </li>
        ))}
        {missingOf(view).map(({ requirement, title, row }) => (
          <li key={requirement.id} className={`${styles['part']} ${styles['follows']}`}>
            <PartLine
              title={title}
              page={t(row.state === 'here' ? 'casework.bundle.notTaken' : 'casework.bundle.follows')}
            />
          </li>
        ))}
      </ol>
      {parts.length > 1 && <p className={styles['muted']}>{t('casework.bundle.keys')}</p>}
    </>
  );
}

function pageOf(part: PartView, firstPages: ReadonlyMap<string, number>, noFile: string): string {
  if (part.kind === 'paper' && part.paper.file === null) return noFile;
  return String(firstPages.get(part.id) ?? '');
}

function PartLine({ title, page }: { readonly title: string; readonly page: string }) {
  return (
    <span className={styles['line']}>
      <bdi>{title}</bdi>
      <span className={styles['dots']} aria-hidden />
      <span className={styles['page']}>{page}</span>
    </span>
  );
}

function PartButtons({
  part,
  view,
  ordering: { order, change },
  onMove,
}: {
  readonly part: PartView;
  readonly view: ApplicationView;
  readonly ordering: BundleOrdering;
  readonly onMove: (part: RecordId, by: -1 | 1, button: string) => void;
}) {
  const { t } = useLanguage();
  const { id, title } = part;
  const degrees = degreesOf(order, id);
  const keys = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const by = event.key === 'J' ? 1 : event.key === 'K' ? -1 : 0;
    if (!event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || by === 0) return;
    event.preventDefault();
    onMove(id, by, event.currentTarget.id);
  };
  const button = (act: string, label: string, Icon: typeof X, onClick: () => void) => (
    <button
      key={act}
      id={`part-${id}-${act}`}
      type="button"
      className={styles['small']}
      aria-label={label}
      onClick={onClick}
      onKeyDown={keys}
    >
      <Icon {...icon} />
    </button>
  );
  return (
    <span className={styles['partActs']}>
      {degrees > 0 && <span className={styles['tag']}>{t('casework.bundle.turned', { degrees })}</span>}
      {button('up', t('casework.bundle.up', { title }), ChevronUp, () => onMove(id, -1, `part-${id}-up`))}
      {button('down', t('casework.bundle.down', { title }), ChevronDown, () => onMove(id, 1, `part-${id}-down`))}
      {button('turn', t('casework.bundle.turn', { title }), RotateCw, () => change((now) => turnPart(now, id)))}
      {part.id !== view.content.form &&
        button('out', t('casework.bundle.leaveOut', { title }), X, () => change((now) => leaveOut(now, id)))}
    </span>
  );
}
