import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Check, Notice } from '#platform/web/ui';
import { workshopRoutes } from '../../contract/workshop-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import type { ListedWorkshop } from './use-workshops.ts';

/** Whether sessions of a workshop need somebody with a licence; nothing before anybody holds one. */
export function LicenceSwitch({
  workshop,
  onChanged,
}: {
  readonly workshop: ListedWorkshop;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { refused, run } = useChange(onChanged);
  if (!workshop.licensable && !workshop.needsLicence) return null;
  return (
    <>
      <Check
        label={
          <>
            {t('learning.workshop.needsLicence')}
            <span className="visually-hidden">: {workshop.title}</span>
          </>
        }
        checked={workshop.needsLicence}
        onChange={(needed) =>
          void run(() =>
            work.api.call(workshopRoutes.askLicence, { params: { workshop: workshop.id }, input: { needed } }),
          )
        }
      />
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
    </>
  );
}
