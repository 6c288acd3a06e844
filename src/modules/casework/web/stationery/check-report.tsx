import type { Reveals } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import styles from './stationery.module.css';

/** What a check found: fields, and what each tells the reader of the letter. */
export interface FoundTag {
  readonly tag: string;
  readonly reveals: string;
}

const order: readonly Reveals[] = [
  'health',
  'account',
  'identity',
  'address',
  'file',
  'papers',
  'facts',
  'people',
  'texts',
  'nothing',
];

/** Every field by what it will reveal, the most tender first. */
export function CheckReport({ tags }: { readonly tags: readonly FoundTag[] }) {
  const { t } = useLanguage();
  const groups = order.flatMap((reveals) => {
    const found = tags.filter((one) => one.reveals === reveals);
    return found.length > 0 ? [{ reveals, found }] : [];
  });
  return (
    <dl className={styles['report']}>
      {groups.map(({ reveals, found }) => (
        <div key={reveals}>
          <dt>{t(`casework.reveals.${reveals}`)}</dt>
          <dd>
            {found.map(({ tag }) => (
              <code key={tag} className={styles['tag']}>
                {tag}
              </code>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
