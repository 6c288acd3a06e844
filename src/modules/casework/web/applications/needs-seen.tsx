import { templateFields, templateNeeds } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { needsSeenByTwo, type OpenedCase } from '#modules/casework/client';
import { Button, Notice } from '#platform/web/ui';
import { useStationery } from '../stationery/stationery-store.ts';
import type { ApplicationView } from './application-view.ts';
import styles from './applications.module.css';
import { useApplicationAct } from './use-application-act.ts';

/** A template or form that asks about health or the account: two different people see that before anything is filled. */
export function NeedsSeen({ opened, view }: { readonly opened: OpenedCase; readonly view: ApplicationView }) {
  const { t } = useLanguage();
  const { session, names } = useOpenWork();
  const { stationery } = useStationery();
  const act = useApplicationAct(opened, view);
  const { letter, seenNeeds } = view.content;
  const template = stationery?.templates.find(({ id }) => id === letter.template);
  const asked = new Set(view.form?.content.map.fields.map(({ from }) => templateFields[from]?.reveals));
  const needs = templateNeeds.filter((need) => template?.content.needs.includes(need) || asked.has(need));
  if (needs.length === 0) return null;
  const done = needsSeenByTwo(view.content);
  const open = needs.filter((need) => !done.includes(need));
  const mine = open.filter((need) => !seenNeeds.some((one) => one.need === need && one.by === session.user));
  const by = [...new Set(seenNeeds.map((one) => one.by))].map((user) => names.get(user) ?? t('casework.noName'));
  return (
    <Notice tone={open.length > 0 ? 'soon' : 'plain'}>
      <div className={styles['form']}>
        <p>{t('casework.letter.needsLead', { list: needs.map((need) => t(`casework.reveals.${need}`)).join(', ') })}</p>
        {by.length > 0 && <p>{t('casework.letter.needsSeenBy', { list: by.join(', ') })}</p>}
        {mine.length > 0 && (
          <div>
            <Button
              busy={act.busy && t('casework.saving')}
              onClick={() =>
                void act.save({ seenNeeds: [...seenNeeds, ...mine.map((need) => ({ need, by: session.user }))] })
              }
            >
              {t('casework.letter.needsSeen')}
            </Button>
          </div>
        )}
      </div>
    </Notice>
  );
}
