import { useLanguage } from '#kernel/languages/web';
import { Disclosure, Stack } from '#platform/web/ui';
import styles from '../player.module.css';
import { CodeForm } from './code-form.tsx';
import { ownCalls } from './own-calls.ts';
import { takeUpHere } from './take-up-here.ts';

/** The page of the own learning in a browser that reaches none: going on, or taking everything back, by the code. */
export function NobodyPart({
  byLetter,
  onResumed,
  onGone,
}: {
  /** Whether a letter led here: then somebody learned, and this browser reaches it no more. */
  readonly byLetter: boolean;
  readonly onResumed: () => void;
  readonly onGone: () => void;
}) {
  const { t } = useLanguage();
  const resume = async (code: string) => {
    const answer = await ownCalls.resume(code);
    if (answer.ok) await takeUpHere();
    if (answer.ok) onResumed();
    return answer;
  };
  const forget = async (code: string) => {
    const answer = await ownCalls.forgetByCode(code);
    if (answer.ok) onGone();
    return answer;
  };
  return (
    <Stack>
      <p>{t(byLetter ? 'learning.own.nobodyByLetter' : 'learning.own.nobody')}</p>
      <CodeForm
        above={<h2>{t('learning.own.resume')}</h2>}
        label={t('learning.own.code')}
        hint={t('learning.own.codeHint')}
        button={t('learning.own.resumeNow')}
        kind="main"
        onCode={resume}
      />
      <Disclosure summary={t('learning.own.noCode')}>
        <div className={styles['task']}>
          <p>{t('learning.own.noCodeLead')}</p>
          <ul>
            <li>{t('learning.own.noCodeBrowser')}</li>
            <li>{t('learning.own.noCodeInvited')}</li>
            <li>{t('learning.own.noCodeCounted')}</li>
            <li>{t('learning.own.noCodeLetters')}</li>
          </ul>
        </div>
      </Disclosure>
      <Disclosure summary={t('learning.own.forgetByCode')}>
        <CodeForm
          above={<p>{t('learning.own.forgetLead')}</p>}
          label={t('learning.own.forgetCode')}
          button={t('learning.own.forgetSure')}
          kind="danger"
          onCode={forget}
        />
      </Disclosure>
    </Stack>
  );
}
