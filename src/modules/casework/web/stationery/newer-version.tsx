import { useId, type ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { SeenVersion, StationeryItem } from '#modules/casework/client';
import { Button, Notice } from '#platform/web/ui';
import styles from '../shared/form-notices.module.css';

/** What somebody else saved since a version was seen; null while nobody did. */
export function newerThan<Content>(
  items: readonly StationeryItem<Content>[],
  seen: SeenVersion | null | undefined,
): StationeryItem<Content> | null {
  if (!seen) return null;
  return items.find(({ id, version }) => id === seen.id && version > seen.version) ?? null;
}

/** Both versions side by side, theirs saved and mine not yet, with what can be done about it. */
export function NewerVersion({
  item: { version, author, time },
  theirs,
  mine,
  onMine,
  onTheirs,
  onBoth,
}: {
  readonly item: StationeryItem<unknown>;
  readonly theirs: ReactNode;
  readonly mine: ReactNode;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  /** Saves mine as one of its own; absent where there can be one only. */
  readonly onBoth?: () => void;
}) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  const heading = useId();
  const name = names.get(author) ?? t('casework.noName');
  const at = new Date(time).toLocaleTimeString(t.language === 'nl' ? 'nl-NL' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  });
  return (
    <Notice tone="soon">
      <section aria-labelledby={heading}>
        <p id={heading}>{t('casework.stationery.newer', { name, version, time: at })}</p>
        <div className={styles['sides']}>
          <div className={styles['side']}>
            <p className={styles['whose']}>{name}</p>
            {theirs}
            <Button onClick={onTheirs}>{t('casework.typed.takeTheirs', { name })}</Button>
          </div>
          <div className={styles['side']}>
            <p className={styles['whose']}>{t('casework.typed.mine')}</p>
            {mine}
            <Button onClick={onMine}>{t('casework.stationery.keepMine', { version: version + 1 })}</Button>
            {onBoth && <Button onClick={onBoth}>{t('casework.stationery.keepBoth')}</Button>}
          </div>
        </div>
      </section>
    </Notice>
  );
}
