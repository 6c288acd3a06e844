import { Printer } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import type { BlockOf } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';

/** Pages to print and keep. They carry nobody's mark. */
export function TakeawayBlock({ block }: { readonly block: BlockOf<'takeaway'> }) {
  const { t } = useLanguage();
  const printCards = (): void => {
    // What is printed is decided by the style sheet: the cards alone.
    const page = document.documentElement;
    page.dataset['print'] = 'cards';
    // Some browsers lay the page out after `print` has returned.
    addEventListener('afterprint', () => delete page.dataset['print'], { once: true });
    print();
  };
  return (
    <div className={styles['takeaway']} data-takeaway>
      {block.cards.map(({ id, title, body }) => (
        <section key={id} className={styles['leaf']}>
          <h2>{title}</h2>
          <Words text={body} />
        </section>
      ))}
      <p className={styles['buttons']}>
        <Button icon={<Printer size={18} strokeWidth={1.75} aria-hidden />} onClick={printCards}>
          {t('learning.takeaway.print')}
        </Button>
      </p>
    </div>
  );
}
