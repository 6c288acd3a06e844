import { useLanguage } from '#kernel/languages/web';
import type { BlockOf } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';

/** A picture; what it says is said in words too. */
export function FigureBlock({ block }: { readonly block: BlockOf<'figure'> }) {
  const { t } = useLanguage();
  return (
    <figure className={styles['figure']}>
      <img src={block.media} alt={block.alt ?? ''} />
      {block.caption && (
        <figcaption>
          <Words text={block.caption} />
        </figcaption>
      )}
      {block.long && (
        <details>
          <summary>{t('learning.figure.inWords')}</summary>
          <Words text={block.long} />
        </details>
      )}
    </figure>
  );
}
