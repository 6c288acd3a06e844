import { Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, QrPicture } from '#platform/web/ui';
import styles from '../player.module.css';
import type { HeldPaper } from './make-paper.ts';

/** The certificate, to be printed or kept as PDF by the browser; what is not printed now cannot be shown again. */
export function CertificateSheet({ paper }: { readonly paper: HeldPaper }) {
  const { t, formatDay } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const address = `${location.origin}/check`;
  const printPaper = (): void => {
    const page = document.documentElement;
    page.dataset['print'] = 'paper';
    // Some browsers lay the page out after `print` has returned.
    addEventListener('afterprint', () => delete page.dataset['print'], { once: true });
    print();
  };
  return (
    <section className={styles['paper']} data-paper aria-labelledby="paper-title">
      <p className={styles['small']}>{paper.issuer}</p>
      <h2 id="paper-title" tabIndex={-1} ref={heading}>
        {t('learning.paper.heading')}
      </h2>
      <p className={styles['lead']}>
        <bdi>{paper.name}</bdi>
      </p>
      <p>
        {t('learning.paper.says', {
          title: paper.title,
          minutes: paper.minutes,
          day: formatDay(paper.doneOn),
          version: paper.version,
        })}
      </p>
      {paper.draft && <p>{t('learning.paper.draft')}</p>}
      <div className={styles['proof']}>
        <QrPicture text={`${address}#${paper.code}`} name={t('learning.paper.qr')} width={144} />
        <p>
          {t('learning.paper.check', { address })}
          <br />
          <strong className={styles['paperCode']}>{paper.code}</strong>
        </p>
      </div>
      <p className={styles['small']}>{t('learning.paper.limits')}</p>
      <p className={styles['buttons']}>
        <Button icon={<Printer size={18} strokeWidth={1.75} aria-hidden />} onClick={printPaper}>
          {t('learning.paper.print')}
        </Button>
      </p>
      <p className={`${styles['small'] ?? ''} ${styles['onScreen'] ?? ''}`}>{t('learning.paper.once')}</p>
    </section>
  );
}
