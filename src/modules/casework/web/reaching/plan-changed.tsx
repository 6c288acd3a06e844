import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { isPlanUnseen, recordOf, seePlan, type OpenedCase } from '#modules/casework/client';
import { Button, Notice, Stack } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';

/** That the plan was changed by somebody else, until one says that one has seen it. */
export function PlanChanged({ opened }: { readonly opened: OpenedCase }) {
  const { t, formatShortDay } = useLanguage();
  const { session, names, today } = useOpenWork();
  const act = useCaseAct(opened);
  const plan = recordOf(opened, 'reach')?.content;
  if (!plan?.changed || !isPlanUnseen(opened, session)) return null;
  const name = names.get(plan.changed.by) ?? t('casework.noName');
  return (
    <Notice tone="soon">
      <Stack>
        <p>{t('casework.reach.changed', { name, day: formatShortDay(plan.agreedOn, today) })}</p>
        {act.refusal && <p>{caseRefusalMessage(t, act.refusal)}</p>}
        <div>
          <Button busy={act.busy && t('casework.saving')} onClick={() => void act.run((own) => seePlan(own, opened))}>
            {t('casework.reach.see')}
          </Button>
        </div>
      </Stack>
    </Notice>
  );
}

/** Who of the team has seen the changed plan, and who has not. */
export function PlanSeenBy({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  const changed = recordOf(opened, 'reach')?.content.changed;
  if (!changed) return null;
  const say = (seen: boolean): string =>
    opened.members
      .filter(({ user }) => changed.seen.includes(user) === seen)
      .map(({ user }) => names.get(user) ?? t('casework.noName'))
      .join(', ');
  return (
    <>
      {say(true) !== '' && <p>{t('casework.reach.seenBy', { names: say(true) })}</p>}
      {say(false) !== '' && <p>{t('casework.reach.notSeenBy', { names: say(false) })}</p>}
    </>
  );
}
