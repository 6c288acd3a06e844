import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordOf, type OpenedCase } from '#modules/casework/client';
import { Card, SealedText, StateMark } from '#platform/web/ui';
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
              {t(`casework.reach.safe.${channel.safe}`)}.{' '}
              {t(channel.voicemail ? 'casework.reach.message' : 'casework.reach.noMessage')}
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
          <p className={styles['muted']}>
            {t('casework.reach.agreed', { day: formatShortDay(reach.agreedOn, today) })}
          </p>
        </SealedText>
      )}
    </Card>
  );
}
