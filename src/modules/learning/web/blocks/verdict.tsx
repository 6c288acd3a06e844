import { useLanguage } from '#kernel/languages/web';
import styles from '../player.module.css';

/** What came of checking an answer: told in words, and read out. Right is null before anything was checked. */
export function Verdict({
  missing,
  right,
  words,
}: {
  readonly missing: boolean;
  readonly right: boolean | null;
  /** Said after the verdict. */
  readonly words: string;
}) {
  const { t } = useLanguage();
  const text = missing
    ? t('learning.check.chooseFirst')
    : right === null
      ? ''
      : `${t(right ? 'learning.check.right' : 'learning.check.notYet')} ${words}`.trim();
  return (
    <p role="status" className={text === '' ? undefined : right ? styles['right'] : styles['notYet']}>
      {text}
    </p>
  );
}
