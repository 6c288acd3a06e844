import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordsOf, type OpenedCase } from '#modules/casework/client';
import { Card, Timeline } from '#platform/web/ui';

/** The last four contacts and tries. */
export function RecentContact({ opened }: { readonly opened: OpenedCase }) {
  const { t, formatShortDay } = useLanguage();
  const { today, names } = useOpenWork();
  const entries = [...recordsOf(opened, 'contact'), ...recordsOf(opened, 'attempt')].toSorted((left, right) =>
    left.content.on < right.content.on ? 1 : -1,
  );
  return (
    <Card
      title={t('casework.contact.recent')}
      beside={
        <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'contact' }}>
          {t('casework.contact.all', { count: entries.length })}
        </Link>
      }
    >
      {entries.length === 0 ? (
        <p>{t('casework.contact.none')}</p>
      ) : (
        <Timeline label={t('casework.contact.recent')}>
          {entries.slice(0, 4).map((entry) => (
            <li key={entry.id}>
              <strong>{formatShortDay(entry.content.on, today)}</strong>{' '}
              {t(`casework.contactKind.${entry.content.kind}`)}
              {entry.kind === 'contact' && entry.content.minutes > 0
                ? `, ${t('casework.minutes', { count: entry.content.minutes })}`
                : ''}
              {entry.kind === 'attempt' ? `, ${t(`casework.attempt.${entry.content.why}`)}` : ''},{' '}
              {names.get(entry.author)?.split(' ')[0] ?? t('casework.noName')}
              <p dir="auto">{entry.content.words}</p>
            </li>
          ))}
        </Timeline>
      )}
    </Card>
  );
}
