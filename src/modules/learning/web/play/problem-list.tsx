import { useLanguage } from '#kernel/languages/web';
import type { ListedPackage } from './use-packages.ts';
import styles from './play.module.css';

/** What was found in a package, each in a sentence, with the file or the part it is about. */
export function ProblemList({ problems }: { readonly problems: ListedPackage['warnings'] }) {
  const { t } = useLanguage();
  const told = new Map<string, string[]>();
  for (const { code, where } of problems)
    told.set(code, [...(told.get(code) ?? []), ...(where === null ? [] : [where])]);
  return (
    <ul className={styles['problems']}>
      {[...told].map(([code, places]) => {
        const key = `learning.packages.problem.${code}`;
        return (
          <li key={code}>
            {t(t.has(key) ? key : 'learning.packages.problem.other')}
            {places.length > 0 && (
              <span className={styles['where']}>
                {' '}
                <bdi>{places.slice(0, 3).join(', ')}</bdi>
                {places.length > 3 && ` ${t('learning.packages.more', { count: places.length - 3 })}`}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
