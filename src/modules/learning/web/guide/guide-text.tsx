import type { RichText } from '#kernel/content';
import { RichTextView } from '#kernel/content/web';
import { useLanguage } from '#kernel/languages/web';
import { parseCivilDate } from '#platform/base';
import styles from './guide.module.css';
import type { Guide } from './use-guide.ts';

/** A text of a pack; a mark of a source is the number under which it stands at the end. `apart` from that end, it leads nowhere. */
export function GuideText({
  guide,
  text,
  apart = false,
}: {
  readonly guide: Pick<Guide, 'sources'>;
  readonly text: RichText;
  readonly apart?: boolean;
}) {
  const { t } = useLanguage();
  const ids = Object.keys(guide.sources);
  return (
    <div className={styles['text']}>
      <RichTextView
        text={text}
        marks={{
          source: (id) => (
            <sup>
              {apart ? (
                ids.indexOf(id) + 1
              ) : (
                <a href={`#source-${id}`} aria-label={t('learning.source.mark', { number: ids.indexOf(id) + 1 })}>
                  {ids.indexOf(id) + 1}
                </a>
              )}
            </sup>
          ),
        }}
      />
    </div>
  );
}

/** Where its statements come from, with the day on which somebody last read it there. */
export function GuideSources({ guide }: { readonly guide: Pick<Guide, 'sources' | 'version' | 'licence' | 'credit'> }) {
  const { t, formatDay } = useLanguage();
  return (
    <section className={styles['sources']} aria-label={t('learning.source.title')}>
      <h2>{t('learning.source.title')}</h2>
      <ol>
        {Object.entries(guide.sources).map(([id, { title, publisher, address, accessed }]) => {
          const day = parseCivilDate(accessed);
          return (
            <li key={id} id={`source-${id}`}>
              {publisher}:{' '}
              <a href={address} rel="noreferrer" target="_blank">
                {title}
              </a>
              . {day && t('learning.source.read', { day: formatDay(day) })}
            </li>
          );
        })}
      </ol>
      <p>
        {t('learning.guide.licence', {
          version: guide.version,
          licence: guide.licence,
          credit: guide.credit.join(', '),
        })}
      </p>
    </section>
  );
}
