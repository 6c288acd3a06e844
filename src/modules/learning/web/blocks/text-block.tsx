import { RichTextView } from '#kernel/content/web';
import type { BlockOf } from '../../model/open/release/released-course.ts';
import styles from '../player.module.css';
import type { BlockPlace } from './block-place.ts';

/** Words to read. */
export function TextBlock({ block, place }: { readonly block: BlockOf<'text'>; readonly place: BlockPlace }) {
  const text = <RichTextView text={block.body} mark={place.mark} />;
  if (block.level === 'quote') return <blockquote className={styles['quote']}>{text}</blockquote>;
  return <div className={styles[block.level]}>{text}</div>;
}
