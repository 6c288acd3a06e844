import { useLanguage } from '#kernel/languages/web';
import { Disclosure, Rows } from '#platform/web/ui';
import type { ReadPackage } from './use-packages.ts';
import styles from './play.module.css';

type Said = ReadPackage['items'][number]['said'];

/** Why a course from elsewhere is not done, or why it is: what it has reported of each part, and what it has not. */
export function WhyNotDone({ found }: { readonly found: ReadPackage }) {
  const { t } = useLanguage();
  const { items, doneSaid, package: pack } = found;
  const done = pack.mine.doneOn !== null;
  if (!done && items.every(({ state }) => state === 'new')) return null;
  return (
    <Disclosure summary={t(done ? 'learning.packages.whyDone' : 'learning.packages.whyNot')}>
      <div className={styles['inside']}>
        <p>{t('learning.packages.onlyItKnows')}</p>
        {done && doneSaid !== null && (
          <p>
            <strong>{t('learning.packages.thenSaid')}</strong> <SaidWords said={doneSaid} />
          </p>
        )}
        <Rows>
          {items.map(({ title, state, said }, at) => (
            <li key={at}>
              <strong>
                <bdi>{title}</bdi>
              </strong>
              <p className={styles['small']}>
                {state === 'new' ? t('learning.packages.notOpened') : <SaidWords said={said} />}
              </p>
            </li>
          ))}
        </Rows>
        {!done && <p className={styles['small']}>{t('learning.packages.whatThen')}</p>}
      </div>
    </Disclosure>
  );
}

/** What is said, and what is not, each in a sentence. */
function SaidWords({ said: { completion, success, score } }: { readonly said: Said }) {
  const { t } = useLanguage();
  const word = (said: string): string => {
    const key = `learning.packages.word.${said.replaceAll(' ', '-')}`;
    return t.has(key) ? t(key) : said;
  };
  const sentences = [
    completion === null
      ? success === null && t('learning.packages.noCompletion')
      : t('learning.packages.saysCompletion', { word: word(completion) }),
    success === null ? t('learning.packages.noSuccess') : t('learning.packages.saysSuccess', { word: word(success) }),
    score === null ? t('learning.packages.noScore') : t('learning.packages.saysScore', { score }),
  ];
  return <span>{sentences.filter((one) => one !== false).join(' ')}</span>;
}
