import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { reachDecision, type OpenedCase, type Reach, type ReachScript } from '#modules/casework/client';
import { Button, StateMark } from '#platform/web/ui';
import { DialLink } from './dial-link.tsx';
import { OutsidePlan } from './outside-plan.tsx';
import { markOfVerdict, wordsOfVerdict } from './reach-verdict.ts';
import { shownForSeconds, useShownFor } from './use-shown-for.ts';
import styles from './reaching.module.css';

/**
 * One way of reaching the person: whether now is safe, what to say, and the number, which is not in
 * the page before somebody asks for it. Outside the plan a reason is asked first and written down.
 */
export function ReachChannel({
  opened,
  plan,
  channel,
  now,
}: {
  readonly opened: OpenedCase;
  readonly plan: Reach;
  readonly channel: Reach['channels'][number];
  readonly now: Date;
}) {
  const language = useLanguage();
  const { today } = useOpenWork();
  const { t } = language;
  const { shown, show, hide } = useShownFor();
  const [asking, setAsking] = useState(false);
  const decision = reachDecision(plan, { channel: channel.id, at: now });
  const verdict = wordsOfVerdict(decision, language, today);
  const way = t(`casework.channel.${channel.kind}`);
  const isNow = decision.answer === 'yes';
  return (
    <div role="group" aria-label={way} className={styles['channel']}>
      <p className={styles['head']}>
        <strong>{way}</strong>
        <StateMark kind={markOfVerdict(decision)}>{verdict}</StateMark>
      </p>
      {isNow && <Script script={decision.script} />}
      {shown ? (
        <>
          <p>
            <bdi className={styles['number']}>{channel.reach}</bdi>
          </p>
          <p className={styles['muted']}>{t('casework.reach.hiddenAfter', { seconds: shownForSeconds })}</p>
          <DialLink channel={channel} />
          <div>
            <Button kind="quiet" onClick={hide}>
              {t('casework.person.hide')}
            </Button>
          </div>
        </>
      ) : asking ? (
        <OutsidePlan
          opened={opened}
          channel={channel}
          verdict={verdict}
          onDone={(written) => {
            setAsking(false);
            if (written) show();
          }}
        />
      ) : (
        <div>
          <Button kind={isNow ? 'main' : 'plain'} onClick={isNow ? show : () => setAsking(true)}>
            {isNow ? t(`casework.reach.show.${shownAs(channel.kind)}`) : verdict}
            {!isNow && <span className="visually-hidden"> ({way})</span>}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What to say, so that nobody has to remember it with the telephone in hand. */
function Script({ script }: { readonly script: ReachScript }) {
  const { t } = useLanguage();
  return (
    <>
      <p>
        {script.textFirst && `${t('casework.reach.textFirst')} `}
        {t(script.mayLeaveMessage ? 'casework.reach.message' : 'casework.reach.noMessage')}.
      </p>
      {script.nameWeUse && <p dir="auto">{t('casework.reach.weAre', { name: script.nameWeUse })}</p>}
      {script.nameTheyUse && <p dir="auto">{t('casework.reach.askFor', { name: script.nameTheyUse })}</p>}
      {script.ifAnotherAnswers && <p dir="auto">{t('casework.reach.another', { words: script.ifAnotherAnswers })}</p>}
    </>
  );
}

function shownAs(kind: Reach['channels'][number]['kind']): 'number' | 'address' | 'where' {
  if (kind === 'mail') return 'address';
  return kind === 'visit' || kind === 'via-person' ? 'where' : 'number';
}
