import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, EmptyState, Notice, Page, Select, Skeleton, Tabs, Toast } from '#platform/web/ui';
import type { EditRefusal } from '../../model/open/edit/course-edit.ts';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import { isCourseError } from '../../model/open/source/course-finding.ts';
import { refusalMessage } from '../refusal-message.ts';
import { AroundPart } from './around-part.tsx';
import { CoursePart } from './course-part.tsx';
import { languageName } from './language-name.ts';
import { PicturesPart } from './pictures-part.tsx';
import { editParts, type EditPart } from './place-of-finding.ts';
import { ReadyPart } from './ready-part.tsx';
import { ScenePart } from './scene-part.tsx';
import { ScenesPart } from './scenes-part.tsx';
import { SignedNotice } from './signed-notice.tsx';
import { SittingProvider, useSitting } from './sitting.ts';
import { TryIt } from './try-it.tsx';
import { RefusedStep } from './use-edit.ts';
import { titleOf, useOpenedDraft } from './use-opened-draft.ts';
import styles from './edit.module.css';

/** A draft of a course: its parts, how it is kept, and the way to try it out. */
export function DraftPage({
  id,
  part,
  scene,
}: {
  readonly id: DraftId;
  readonly part: string | undefined;
  readonly scene: string | undefined;
}) {
  const { t } = useLanguage();
  const opened = useOpenedDraft(id);
  if (opened.at === 'here')
    return (
      <SittingProvider value={opened.sitting}>
        <EditPage part={editParts.find((one) => one === part) ?? 'scenes'} scene={scene} />
      </SittingProvider>
    );
  return (
    <Page title={t('learning.edit.title')} actions={<Link to="/courses">{t('learning.edit.all')}</Link>}>
      {opened.at === 'loading' && <Skeleton label={t('learning.edit.loading')} lines={6} />}
      {opened.at === 'refused' && <Notice tone="late">{refusalMessage(t, opened.code)}</Notice>}
      {opened.at === 'unreadable' && (
        <EmptyState>
          <p>{t('learning.edit.unreadable')}</p>
          <ul>
            {opened.faults.map(({ file, line, path }, at) => (
              <li key={at}>
                <bdi>{[file, line, ...path].filter((one) => one !== null).join(' ')}</bdi>
              </li>
            ))}
          </ul>
        </EmptyState>
      )}
    </Page>
  );
}

function EditPage({ part, scene }: { readonly part: EditPart; readonly scene: string | undefined }) {
  const { t } = useLanguage();
  const { id, draft, findings } = useSitting();
  const [trying, setTrying] = useState(false);
  const [refused, setRefused] = useState<EditRefusal['type'] | null>(null);
  const errors = findings.filter(isCourseError).length;
  return (
    <Page
      title={<bdi>{titleOf(draft)}</bdi>}
      part={t(`learning.edit.part.${part}`)}
      lead={t('learning.edit.version', { version: draft.source.course.version })}
      actions={<Link to="/courses">{t('learning.edit.all')}</Link>}
    >
      <SignedNotice />
      <KeepingBar trying={trying} onTry={() => setTrying(!trying)} />
      {trying ? (
        <TryIt onEnd={() => setTrying(false)} />
      ) : (
        <RefusedStep value={setRefused}>
          <Tabs label={t('learning.edit.parts')}>
            {editParts.map((one) => (
              <Link
                key={one}
                to="/courses/$"
                params={{ _splat: `${id}/${one}` }}
                aria-current={one === part ? 'page' : undefined}
              >
                {t(`learning.edit.part.${one}`)}
                {one === 'ready' && errors > 0 && ` (${String(errors)})`}
              </Link>
            ))}
          </Tabs>
          <BesideField />
          <ShownPart part={part} scene={scene} />
        </RefusedStep>
      )}
      {refused !== null && <Toast onGone={() => setRefused(null)}>{t(`learning.edit.refused.${refused}`)}</Toast>}
    </Page>
  );
}

function ShownPart({ part, scene }: { readonly part: EditPart; readonly scene: string | undefined }) {
  switch (part) {
    case 'scenes':
      return scene === undefined ? <ScenesPart /> : <ScenePart key={scene} name={scene} />;
    case 'course':
      return <CoursePart />;
    case 'around':
      return <AroundPart />;
    case 'pictures':
      return <PicturesPart />;
    case 'ready':
      return <ReadyPart />;
  }
}

/** Whether everything is kept, and what can be done about it where it is not. */
function KeepingBar({ trying, onTry }: { readonly trying: boolean; readonly onTry: () => void }) {
  const { t, formatTime } = useLanguage();
  const { keeping, refused, lost, undo, tryAgain, takeTheirs } = useSitting();
  return (
    <>
      <div className={styles['bar']}>
        <p className={styles['small']} role="status">
          {keeping.at === 'kept'
            ? t('learning.edit.kept', { time: formatTime(keeping.when) })
            : t(`learning.edit.keeping.${keeping.at}`)}
        </p>
        <span className={styles['moves']}>
          {undo && !trying && <Button onClick={undo}>{t('learning.edit.undo')}</Button>}
          {!trying && <Button onClick={onTry}>{t('learning.edit.tryIt')}</Button>}
        </span>
      </div>
      {refused === 'DraftChanged' && (
        <Notice tone="late">
          <p>{t('learning.edit.changedElsewhere')}</p>
          <p>
            <Button onClick={() => void takeTheirs()}>{t('learning.edit.takeTheirs')}</Button>
          </p>
        </Notice>
      )}
      {refused !== null && refused !== 'DraftChanged' && (
        <Notice tone="late">
          <p>{refusalMessage(t, refused)}</p>
          <p>
            <Button onClick={tryAgain}>{t('learning.edit.tryAgain')}</Button>
          </p>
        </Notice>
      )}
      {lost !== null && <Notice tone={lost > 0 ? 'late' : 'plain'}>{t('learning.edit.lost', { count: lost })}</Notice>}
    </>
  );
}

/** Which language stands beside that of the course. */
function BesideField() {
  const { t, language } = useLanguage();
  const { draft, beside, showBeside } = useSitting();
  const { others } = draft.source.course.languages;
  const there = others.filter((language) => draft.source.texts.has(language));
  if (there.length === 0) return null;
  return (
    <Select
      label={t('learning.edit.besideLabel')}
      options={[
        { value: '', label: t('learning.edit.none') },
        ...there.map((value) => ({ value, label: languageName(value, language) })),
      ]}
      value={beside ?? ''}
      onChange={({ target: { value } }) => showBeside(value === '' ? null : value)}
    />
  );
}
