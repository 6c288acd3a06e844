import { BadgeCheck, FileDown, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, QrPicture } from '#platform/web/ui';
import styles from '../player.module.css';
import { certificateWords } from './certificate-words.ts';
import type { HeldPaper } from './make-paper.ts';
import { useKeptBadge } from './use-kept-badge.ts';
import { useKeptPaper } from './use-kept-paper.ts';

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** The certificate, to be kept as PDF or printed; what is not kept or printed now cannot be shown again. */
export function CertificateSheet({ paper }: { readonly paper: HeldPaper }) {
  const { t, formatDay, language } = useLanguage();
  const words = certificateWords({ t, formatDay }, paper, location.origin);
  const kept = useKeptPaper(paper, words, language);
  const badge = useKeptBadge(paper);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
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
        {words.heading}
      </h2>
      <p className={styles['lead']}>
        <bdi>{paper.name}</bdi>
      </p>
      {words.says.map((said) => (
        <p key={said}>{said}</p>
      ))}
      <div className={styles['proof']}>
        <QrPicture text={words.scanned} name={words.picture} width={144} />
        <p>
          {words.check}
          <br />
          <strong className={styles['paperCode']}>{paper.code}</strong>
        </p>
      </div>
      <p className={styles['small']}>{words.limits}</p>
      <p className={styles['buttons']}>
        <Button
          kind="main"
          icon={<FileDown {...icon} />}
          busy={kept.busy && t('learning.paper.keeping')}
          onClick={() => void kept.keep()}
        >
          {t('learning.paper.keep')}
        </Button>
        <Button icon={<Printer {...icon} />} onClick={printPaper}>
          {t('learning.paper.print')}
        </Button>
        <Button
          icon={<BadgeCheck {...icon} />}
          busy={badge.busy && t('learning.badge.signing')}
          onClick={() => void badge.keep()}
        >
          {t('learning.badge.keep')}
        </Button>
      </p>
      <div role="status" className={styles['onScreen']}>
        {kept.said && <p>{kept.said}</p>}
        {badge.said && <p>{badge.said}</p>}
      </div>
      <p className={`${styles['small'] ?? ''} ${styles['onScreen'] ?? ''}`}>{t('learning.badge.hint')}</p>
      <p className={`${styles['small'] ?? ''} ${styles['onScreen'] ?? ''}`}>{t('learning.paper.once')}</p>
    </section>
  );
}
