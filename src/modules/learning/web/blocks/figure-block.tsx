import { RichTextView } from '#kernel/content/web';
import { useLanguage } from '#kernel/languages/web';
import type { BlockOf } from '../../model/open/release/released-course.ts';
import styles from '../player.module.css';
import type { BlockPlace } from './block-place.ts';

/** A picture; what it says is said in words too. */
export function FigureBlock({ block, place }: { readonly block: BlockOf<'figure'>; readonly place: BlockPlace }) {
  const { t } = useLanguage();
  return (
    <figure className={styles['figure']}>
      <img src={block.media} alt={block.alt ?? ''} />
      {block.caption && (
        <figcaption>
          <RichTextView text={block.caption} mark={place.mark} />
        </figcaption>
      )}
      {block.long && (
        <details>
          <summary>{t('learning.figure.inWords')}</summary>
          <RichTextView text={block.long} mark={place.mark} />
        </details>
      )}
    </figure>
  );
}
