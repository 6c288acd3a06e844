import { useLanguage } from '#kernel/languages/web';
import { Card } from '#platform/web/ui';
import { sentencesOf, type Sheet } from './build-sheet.ts';
import { Words } from './sheet-paper.tsx';
import styles from './sheet.module.css';

/** The whole sheet as numbered short sentences, for the interpreter: also what does not fit on the paper. */
export function ReadAloud({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useLanguage();
  return (
    <Card title={t('casework.sheet.aloud')}>
      <p>{t('casework.sheet.aloudLead')}</p>
      <ol className={styles['aloud']} lang={sheet.title.language} dir={sheet.direction}>
        {sentencesOf(sheet).flatMap((said) =>
          said.text.split(/(?<=[.?]) /).map((text, at) => (
            <li
              key={`${said.key} ${text} ${at}`}
              className={said.key.startsWith('section.') ? styles['part'] : undefined}
            >
              <Words said={{ ...said, text }} />
            </li>
          )),
        )}
      </ol>
    </Card>
  );
}
