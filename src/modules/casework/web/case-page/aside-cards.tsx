import { Link } from '@tanstack/react-router';
import { Check, X } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordOf, recordsOf, type OpenedCase } from '#modules/casework/client';
import { Card, PersonChip, Rows, SealedText, StateMark, Timeline } from '#platform/web/ui';
import styles from './next-date.module.css';

/** How to reach the person without putting them in danger; without a plan there is no call button anywhere. */
export function ReachCard({ opened }: { readonly opened: OpenedCase }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const reach = recordOf(opened, 'reach')?.content;
  return (
    <Card title={t('casework.reach.title')} beside={<StateMark kind="sealed">{t('casework.sealed')}</StateMark>}>
      {!reach ? (
        <p>
          {t('casework.reach.none')}{' '}
          <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'person' }}>
            {t('casework.reach.agree')}
          </Link>
        </p>
      ) : (
        <SealedText label={t('casework.reach.sealed')}>
          {reach.doNotContact && <p>{t('casework.reach.never')}</p>}
          {reach.channels.map((channel) => (
            <p key={channel.id}>
              <strong>{t(`casework.channel.${channel.kind}`)}</strong> <bdi>{channel.reach}</bdi>,{' '}
              {t(`casework.reach.safe.${channel.safe}`)}. {t(channel.voicemail ? 'casework.reach.message' : 'casework.reach.noMessage')}
            </p>
          ))}
          {reach.windows.map((window, at) => (
            <p key={at}>
              {window.days.map((day) => t(`casework.weekday.${day}`)).join(', ')}, {window.from} – {window.until}
            </p>
          ))}
          {reach.ifAnotherAnswers && <p dir="auto">{t('casework.reach.another', { words: reach.ifAnotherAnswers })}</p>}
          {reach.never.map((never) => (
            <p key={never} dir="auto">
              {t('casework.reach.neverThis', { words: never })}
            </p>
          ))}
          <p className={styles['muted']}>{t('casework.reach.agreed', { day: formatShortDay(reach.agreedOn, today) })}</p>
        </SealedText>
      )}
    </Card>
  );
}

/** The last four contacts and tries. */
export function RecentContact({ opened }: { readonly opened: OpenedCase }) {
  const { t, formatShortDay } = useLanguage();
  const { today, names } = useOpenWork();
  const entries = [...recordsOf(opened, 'contact'), ...recordsOf(opened, 'attempt')].toSorted((left, right) => (left.content.on < right.content.on ? 1 : -1));
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
              <strong>{formatShortDay(entry.content.on, today)}</strong> {t(`casework.contactKind.${entry.content.kind}`)}
              {entry.kind === 'contact' && entry.content.minutes > 0 ? `, ${t('casework.minutes', { count: entry.content.minutes })}` : ''}
              {entry.kind === 'attempt' ? `, ${t(`casework.attempt.${entry.content.why}`)}` : ''}, {names.get(entry.author) ?? t('casework.noName')}
              <p dir="auto">{entry.content.words}</p>
            </li>
          ))}
        </Timeline>
      )}
    </Card>
  );
}

/** Who can open this case, from the verified log. */
export function TeamCard({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  return (
    <Card
      title={t('casework.team.title')}
      beside={
        <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'access' }}>
          {t('casework.team.manage')}
        </Link>
      }
    >
      <Rows>
        {opened.members.map(({ user, relation }) => (
          <li key={user}>
            <div className={styles['head']}>
              <PersonChip name={names.get(user) ?? null} nobody={t('casework.noName')} />
              <span className={styles['muted']}>{t(`casework.relation.${relation}`)}</span>
            </div>
          </li>
        ))}
      </Rows>
      <p className={styles['muted']}>{t('casework.team.keys', { count: opened.members.length })}</p>
    </Card>
  );
}

/** What the person agreed to and what they said no to, equally plain. */
export function ConsentCard({ opened }: { readonly opened: OpenedCase }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const consents = recordsOf(opened, 'consent');
  return (
    <Card title={t('casework.consent.title')}>
      {consents.length === 0 && <p>{t('casework.consent.none')}</p>}
      <Rows>
        {consents.map(({ id, content }) => {
          const { state } = content;
          const given = state.name === 'given';
          return (
            <li key={id}>
              <div className={styles['head']}>
                <span>
                  {given ? <Check size={16} aria-hidden /> : <X size={16} aria-hidden />} {t(`casework.purpose.${content.purpose}`)}
                </span>
                <span className={styles['muted']}>
                  {given ? (state.until ? t('casework.consent.until', { day: formatShortDay(state.until, today) }) : t('casework.consent.untilWithdrawn')) : t(`casework.consent.${state.name}`)}
                </span>
              </div>
            </li>
          );
        })}
      </Rows>
    </Card>
  );
}
