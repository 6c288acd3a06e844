import { Link } from '@tanstack/react-router';
import { addDays } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { repliesTo, type OpenedCase } from '#modules/casework/client';
import { Card, Rows } from '#platform/web/ui';
import styles from './week-screen.module.css';

/** Days for which an answer stands in the week. */
const shownFor = 14;

/** What colleagues answered to what I wrote; nothing when nobody did. */
export function RepliesCard({ cases }: { readonly cases: readonly OpenedCase[] }) {
  const { t, formatShortDay } = useLanguage();
  const { today, names, person } = useOpenWork();
  const replies = cases
    .flatMap((opened) =>
      repliesTo(opened, person.user, addDays(today, -shownFor)).map((found) => ({ ...found, opened })),
    )
    .toSorted((left, right) => (left.reply.content.on < right.reply.content.on ? 1 : -1))
    .slice(0, 5);
  if (replies.length === 0) return null;
  return (
    <Card title={t('casework.week.replies')}>
      <Rows>
        {replies.map(({ reply, entry, opened }) => (
          <li key={reply.id}>
            <p>
              <strong>
                {t(entry.kind === 'question' ? 'casework.week.repliedQuestion' : 'casework.week.repliedEntry', {
                  name: names.get(reply.author)?.split(' ')[0] ?? t('casework.noName'),
                  day: formatShortDay('on' in entry.content ? entry.content.on : reply.content.on, today),
                })}
              </strong>
            </p>
            <p dir="auto" className={styles['said']}>
              {reply.content.words}
            </p>
            <span className={styles['small']}>
              <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'contact' }}>
                <bdi>{opened.open.codeName}</bdi>
              </Link>
            </span>
          </li>
        ))}
      </Rows>
    </Card>
  );
}
