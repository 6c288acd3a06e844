import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordOf, type OpenedCase } from '#modules/casework/client';
import { Button, Card, Notice, SealedText, StateMark } from '#platform/web/ui';
import { PlanChanged, PlanSeenBy } from './plan-changed.tsx';
import { ReachChannel } from './reach-channel.tsx';
import { ReachPlan } from './reach-plan.tsx';
import { useNow } from './use-now.ts';
import styles from './reaching.module.css';

/**
 * How to reach the person without putting them in danger: whether now is a safe moment stands first,
 * for each way. Without a plan there is no call button anywhere.
 */
export function ReachCard({ opened, onAgree }: { readonly opened: OpenedCase; readonly onAgree?: () => void }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const now = useNow();
  const plan = recordOf(opened, 'reach')?.content;
  return (
    <Card title={t('casework.reach.title')} beside={<StateMark kind="sealed">{t('casework.sealed')}</StateMark>}>
      <div className={styles['card']}>
        {!plan && <p>{t('casework.reach.none')}</p>}
        {plan && (
          <SealedText label={t('casework.reach.sealed')}>
            <div className={styles['card']}>
              {plan.reviewBy < today && (
                <Notice tone="soon">
                  {t('casework.reach.reviewOverdue', { day: formatShortDay(plan.reviewBy, today) })}
                </Notice>
              )}
              <PlanChanged opened={opened} />
              {plan.channels.length === 0 && <p>{t('casework.reach.noWay')}</p>}
              {plan.channels.map((channel) => (
                <ReachChannel key={channel.id} opened={opened} plan={plan} channel={channel} now={now} />
              ))}
              <ReachPlan plan={plan} />
              <div className={styles['muted']}>
                <PlanSeenBy opened={opened} />
              </div>
            </div>
          </SealedText>
        )}
        {onAgree ? (
          <div className={styles['actions']}>
            <Button onClick={onAgree}>{t(plan ? 'casework.reach.change' : 'casework.reach.agree')}</Button>
          </div>
        ) : (
          !plan && (
            <p>
              <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'person' }}>
                {t('casework.reach.agree')}
              </Link>
            </p>
          )
        )}
      </div>
    </Card>
  );
}
