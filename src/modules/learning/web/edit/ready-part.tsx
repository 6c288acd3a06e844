import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Card, Notice } from '#platform/web/ui';
import { isCourseError } from '../../model/open/source/course-finding.ts';
import { handFile } from '../hand-file.ts';
import { refusalMessage } from '../refusal-message.ts';
import { FindingList, LinkedFindings } from './finding-list.tsx';
import { gateOf } from './gate-of.ts';
import { placeOfFinding } from './place-of-finding.ts';
import { SignaturesCard } from './signatures-card.tsx';
import { useSitting } from './sitting.ts';
import { useDrafts } from './use-drafts.ts';
import styles from './edit.module.css';

/** What there is still to mend, what else is needed before people are taught with it, and the course to take along. */
export function ReadyPart() {
  const { t } = useLanguage();
  const { findings, draft } = useSitting();
  const errors = findings.filter(isCourseError);
  const warnings = findings.filter((finding) => !isCourseError(finding));
  const unplaced = errors.filter((finding) => placeOfFinding(draft.source, finding).part === 'ready');
  return (
    <>
      <Card title={t('learning.edit.toMend')} beside={errors.length}>
        {errors.length === 0 && <p>{t('learning.edit.nothingToMend')}</p>}
        <FindingList findings={unplaced} />
        <LinkedFindings findings={errors.filter((finding) => !unplaced.includes(finding))} />
      </Card>
      {warnings.length > 0 && (
        <Card title={t('learning.edit.toWeigh')} beside={warnings.length}>
          <LinkedFindings findings={warnings} />
        </Card>
      )}
      <GateCard errors={errors.length} />
      <SignaturesCard />
      <DownloadCard />
    </>
  );
}

/** What the publish gate still asks for. Nobody passes it here: a course is published with the installation it is built into. */
function GateCard({ errors }: { readonly errors: number }) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const { found } = useDrafts();
  const { course } = draft.source;
  const installed = found?.installed.find(({ id }) => id === course.id) ?? null;
  const gate = gateOf(draft.source, { errors, installed });
  return (
    <Card title={t('learning.edit.gate')}>
      <p>{t('learning.edit.gateLead')}</p>
      {gate.length === 0 ? (
        <p>{t('learning.edit.gateOpen')}</p>
      ) : (
        <ul className={styles['findings']}>
          {gate.map(({ code, language, role }) => (
            <li key={[code, language, role].join()}>
              {role === undefined
                ? t(`learning.edit.gate.${code}`)
                : t('learning.edit.gate.not-signed', { language: language ?? '', role: t(`learning.draft.${role}`) })}
            </li>
          ))}
        </ul>
      )}
      <p>{t('learning.edit.gateSlots')}</p>
    </Card>
  );
}

function DownloadCard() {
  const { t } = useLanguage();
  const { id, draft } = useSitting();
  const { work } = useWork();
  const [said, setSaid] = useState<string | null>(null);
  const download = async (): Promise<void> => {
    const { zipDraft } = await import('./zip-draft.ts');
    const { course } = draft.source;
    const bytes = await zipDraft(work.api, id, draft);
    if (bytes === null) return setSaid('Unreachable');
    handFile(bytes, `${course.id}-${course.version}.zip`, 'application/zip');
    return setSaid('done');
  };
  return (
    <Card title={t('learning.edit.takeAlong')}>
      <p>{t('learning.edit.takeAlongLead')}</p>
      {said !== null && (
        <Notice tone={said === 'done' ? 'plain' : 'late'}>
          {said === 'done' ? t('learning.edit.handed') : refusalMessage(t, said)}
        </Notice>
      )}
      <p>
        <Button kind="main" onClick={() => void download()}>
          {t('learning.edit.download')}
        </Button>
      </p>
    </Card>
  );
}
