import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import styles from './edit.module.css';

/** Up, down and away, for one entry of a list; `name` says which to whoever does not see where the buttons stand. */
export function MoveButtons({
  name,
  first,
  last,
  removable,
  onMove,
  onRemove,
  onCopy,
}: {
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly removable: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onCopy?: () => void;
}) {
  const { t } = useLanguage();
  const named = <span className="visually-hidden"> {name}</span>;
  return (
    <p className={styles['moves']}>
      {!first && (
        <Button kind="link" onClick={() => onMove(-1)}>
          {t('learning.edit.up')}
          {named}
        </Button>
      )}
      {!last && (
        <Button kind="link" onClick={() => onMove(1)}>
          {t('learning.edit.down')}
          {named}
        </Button>
      )}
      {onCopy && (
        <Button kind="link" onClick={onCopy}>
          {t('learning.edit.copy')}
          {named}
        </Button>
      )}
      {removable && (
        <Button kind="link" onClick={onRemove}>
          {t('learning.edit.remove')}
          {named}
        </Button>
      )}
    </p>
  );
}
