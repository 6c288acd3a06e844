import { useLanguage } from '#kernel/languages/web';
import { QrPicture } from '#platform/web/ui';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import styles from '../player.module.css';
import type { ShownReceipt } from './use-receipt.ts';

/** What somebody shows who finished and may never have a connection again: no name, a picture to scan and signs to type. */
export function ReceiptCard({
  course: { title, version },
  receipt: { code, day },
  packaged = false,
}: {
  readonly course: ReleasedCourse;
  readonly receipt: ShownReceipt;
  /** Whether a package made it: nothing of that is ever sent, and it knows no address. */
  readonly packaged?: boolean;
}) {
  const { t, formatDay } = useLanguage();
  return (
    <section className={styles['receipt']} aria-labelledby="learning-receipt" data-receipt>
      <h2 id="learning-receipt">{t('learning.receipt.title')}</h2>
      <p>{t('learning.receipt.says', { title, version, day: formatDay(day) })}</p>
      <p>
        <strong className={styles['signs']}>{code}</strong>
      </p>
      <QrPicture
        // Behind the `#`, which browsers send to nobody.
        text={packaged ? code : `${location.origin}/learning#receipt=${code}`}
        name={t('learning.receipt.qr')}
        width={200}
      />
      <p>{t(packaged ? 'learning.receipt.whatPackaged' : 'learning.receipt.what')}</p>
      <p className={styles['small']}>{t(packaged ? 'learning.receipt.oncePackaged' : 'learning.receipt.once')}</p>
    </section>
  );
}
