import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Check, Choice, Notice } from '#platform/web/ui';
import { exportRoutes } from '../../contract/export-routes.ts';
import { packageFormats } from '../../model/open/package-out/lay-out-package.ts';
import { publishFaults } from '../../model/open/package-out/publish-faults.ts';
import { refusalMessage } from '../refusal-message.ts';
import { handFile } from '../hand-file.ts';
import type { CourseByLanguage, ListedOrganisation } from './listed-organisation.ts';
import { ExportsList } from './exports-list.tsx';
import styles from './organise.module.css';

const languageNames: Readonly<Record<string, string>> = { en: 'English', nl: 'Nederlands' };

/** Makes the module into a package with what an organisation filled in, for its own learning system or to open from disk. */
export function PackageForm({
  organisation,
  course: courses,
}: {
  readonly organisation: ListedOrganisation;
  readonly course: CourseByLanguage;
}) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const [language, setLanguage] = useState(courses[0]?.language ?? 'en');
  const [format, setFormat] = useState<string>(packageFormats[0]);
  const [draft, setDraft] = useState(false);
  const [inEarnest, setInEarnest] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState(0);
  const { work } = useWork();
  const course = courses.find((one) => one.language === language);
  const slots = organisation.slots
    .filter((one) => one.course === course?.id)
    .map(({ course: _course, ...value }) => value);
  const faults = course ? publishFaults(course, slots, today) : [];
  const make = async (): Promise<void> => {
    const wanted = packageFormats.find((one) => one === format);
    if (course === undefined || wanted === undefined) return;
    if (faults.length > 0 && !draft) return setSaid('NotReady');
    setBusy(true);
    setSaid(null);
    try {
      const { makePackage } = await import('./make-package.ts');
      const { id, digest } = course;
      const kept = await work.api.call(exportRoutes.keepExport, {
        params: { organisation: organisation.id },
        input: { course: id, language, digest, format: wanted, inEarnest },
      });
      if (!kept.ok) {
        setBusy(false);
        return setSaid(kept.refusal.type);
      }
      const { receipts } = kept.value;
      const bytes = await makePackage({ course, organisation: organisation.name, slots, receipts }, wanted);
      handFile(bytes, `${course.id}-${course.version}-${course.language}-${wanted}.zip`, 'application/zip');
      setSaid(receipts === null ? 'trial' : 'made');
      setMade((count) => count + 1);
    } catch {
      setSaid('Unreachable');
    }
    setBusy(false);
  };
  return (
    <>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <p>{t('learning.package.lead')}</p>
        <Choice
          legend={t('learning.package.format')}
          name={`format-${organisation.id}`}
          options={packageFormats.map((value) => ({
            value,
            label: t(`learning.package.format.${value}`),
            hint: t(`learning.package.hint.${value}`),
          }))}
          value={format}
          onChange={setFormat}
        />
        <Choice
          legend={t('learning.package.language')}
          name={`language-${organisation.id}`}
          inline
          options={courses.map((one) => ({ value: one.language, label: languageNames[one.language] ?? one.language }))}
          value={language}
          onChange={setLanguage}
        />
        {faults.length > 0 && (
          <Notice tone="soon">
            <p>{t('learning.package.notReady')}</p>
            <ul>
              {faults.map((fault) => (
                <li key={`${fault.code}-${'role' in fault ? fault.role : fault.slot}`}>
                  {fault.code === 'not-signed'
                    ? t('learning.package.fault.not-signed', { role: t(`learning.draft.${fault.role}`) })
                    : t(`learning.package.fault.${fault.code}`, {
                        slot: t(`learning.slot.${course?.slots[fault.slot]?.kind ?? 'person'}`),
                      })}
                </li>
              ))}
            </ul>
            <Check label={t('learning.package.asDraft')} checked={draft} onChange={setDraft} />
            {draft && (
              <>
                <Check label={t('learning.package.inEarnest')} checked={inEarnest} onChange={setInEarnest} />
                <p className={styles['small']}>{t('learning.package.inEarnestHint')}</p>
              </>
            )}
          </Notice>
        )}
        {said !== null && (
          <Notice tone={said === 'made' || said === 'trial' ? 'plain' : 'late'}>
            {said === 'made' && t('learning.package.made')}
            {said === 'trial' && t('learning.package.madeTrial')}
            {said !== 'made' && said !== 'trial' && refusalMessage(t, said)}
          </Notice>
        )}
        <p>
          <Button type="submit" busy={busy && t('learning.package.making')}>
            {t('learning.package.make')}
          </Button>
        </p>
      </form>
      <ExportsList key={made} organisation={organisation} />
    </>
  );
}
