import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { handFile } from '../hand-file.ts';
import styles from '../player.module.css';
import { keptLines } from './kept-lines.ts';
import type { OwnLearning } from './own-calls.ts';

const toBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** What the server keeps of somebody, in sentences, and all of it as files. */
export function KeptPart({ own }: { readonly own: OwnLearning }) {
  const { t, formatDay } = useLanguage();
  const lines = keptLines(own, t, formatDay);
  return (
    <section className={styles['task']} aria-labelledby="learning-own-kept">
      <h2 id="learning-own-kept">{t('learning.own.kept')}</h2>
      <ul>
        {lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
      <p className={styles['small']}>{t('learning.own.keptElse')}</p>
      <p className={styles['buttons']}>
        <Button
          onClick={() => handFile(toBytes(JSON.stringify(own, null, 2)), 'baken-my-learning.json', 'application/json')}
        >
          {t('learning.own.json')}
        </Button>
        <Button
          onClick={() => handFile(toBytes(`\uFEFF${lines.join('\r\n')}\r\n`), 'baken-my-learning.txt', 'text/plain')}
        >
          {t('learning.own.text')}
        </Button>
      </p>
      <p>
        <a href={`/learn/${own.runs.at(-1)?.course ?? 'recognising-trafficking'}`}>{t('learning.own.go')}</a>
      </p>
    </section>
  );
}
