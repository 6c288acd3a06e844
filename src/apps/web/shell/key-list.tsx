import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { Button, Dialog } from '#platform/web/ui';
import { singleKeysAreOn } from '#platform/web/state';
import styles from './key-list.module.css';

/** Keys and the code of what they do; the texts are in the catalogue. */
const keys = [
  ['?', 'list'],
  ['/', 'find'],
  ['g o', 'overview'],
  ['g w', 'week'],
  ['g c', 'cases'],
  ['g d', 'deadlines'],
  ['g l', 'lock'],
  ['n', 'contact'],
  ['t', 'task'],
  ['j k', 'rows'],
  ['Enter', 'open'],
  ['[ ]', 'neighbours'],
  ['Ctrl Enter', 'save'],
  ['Esc', 'close'],
  ['Shift Shift Shift', 'leave'],
] as const;

/** All keys, in a dialog that `?` opens. */
export function KeyList({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Dialog title={t('shell.keys')} open={open} onClose={onClose}>
      <dl className={styles['keys']}>
        {keys.map(([pressed, what]) => (
          <div key={what}>
            <dt>
              {pressed.split(' ').map((key, at) => (
                <kbd key={at}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`shell.key.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['off']}>
        {t(singleKeysAreOn() ? 'shell.keysOn' : 'shell.keysOff')}{' '}
        <Link to="/account" onClick={onClose}>
          {t('shell.account')}
        </Link>
      </p>
      <Button kind="main" onClick={onClose}>
        {t('shell.close')}
      </Button>
    </Dialog>
  );
}
