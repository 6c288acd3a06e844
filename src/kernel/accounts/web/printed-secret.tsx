import { useLanguage } from '#kernel/languages/web';
import type { Printed } from '#kernel/accounts/client';
import { Button, QrPicture } from '#platform/web/ui';
import { Printer } from 'lucide-react';
import styles from './accounts.module.css';

/** Words and QR code of one secret, to print. */
export function PrintedSecret({ printed, label }: { readonly printed: Printed; readonly label: string }) {
  const { t } = useLanguage();
  return (
    <div className={styles['secret']}>
      <ol className={styles['words']} aria-label={label} lang="en">
        {printed.words.map((word, at) => (
          <li key={at}>{word}</li>
        ))}
      </ol>
      <QrPicture text={printed.qrText} name={t('accounts.qrName')} />
      <Button icon={<Printer size={20} strokeWidth={1.75} aria-hidden />} onClick={() => window.print()}>
        {t('accounts.print')}
      </Button>
    </div>
  );
}
