import type { BlockOf } from '../../model/open/release/released-block.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';

export function TextBlock({ block }: { readonly block: BlockOf<'text'> }) {
  const text = <Words text={block.body} />;
  if (block.level === 'quote') return <blockquote className={styles['quote']}>{text}</blockquote>;
  return <div className={styles[block.level]}>{text}</div>;
}
