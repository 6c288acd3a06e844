import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayInAmsterdam } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Card, EmptyState, Field, Notice, Page, Rows, Skeleton } from '#platform/web/ui';
import { draftRoutes } from '../../contract/draft-routes.ts';
import { MadeDraft, type MadeOfCartridge } from './made-draft.tsx';
import { ProblemList } from '../play/problem-list.tsx';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import { courseNameIn } from '../../model/open/edit/course-name-in.ts';
import { NewCourseForm } from './new-course-form.tsx';
import { useOpening } from './use-opening.ts';
import { useDrafts, type Drafts, type ListedDraft } from './use-drafts.ts';
import styles from './edit.module.css';

/** Courses to begin with, drafts to go on with, and a folder from elsewhere to open. */
export function DraftsPage() {
  const { t } = useLanguage();
  const { found, refused, reload } = useDrafts();
  return (
    <Page title={t('learning.edit.title')} lead={t('learning.edit.lead')}>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {found === null && refused === null && <Skeleton label={t('learning.edit.loading')} lines={4} />}
      {found && (
        <Card title={t('learning.edit.drafts')} beside={found.drafts.length}>
          {found.drafts.length === 0 && <EmptyState>{t('learning.edit.noDrafts')}</EmptyState>}
          <Rows>
            {found.drafts.map((draft) => (
              <DraftRow key={draft.id} draft={draft} onChanged={reload} />
            ))}
          </Rows>
        </Card>
      )}
      {found && (
        <Card title={t('learning.edit.installed')} beside={found.installed.length}>
          {found.installed.length === 0 && <EmptyState>{t('learning.edit.noneInstalled')}</EmptyState>}
          <Rows>
            {found.installed.map((course) => (
              <InstalledRow key={course.id} course={course} />
            ))}
          </Rows>
        </Card>
      )}
      {found && <NewCourseForm taken={found.installed.map(({ id }) => id)} />}
      <OpenFolder />
    </Page>
  );
}

function DraftRow({ draft, onChanged }: { readonly draft: ListedDraft; readonly onChanged: () => void }) {
  const { t, formatDay, formatTime } = useLanguage();
  const { names } = useOpenWork();
  const { work } = useWork();
  const [asked, setAsked] = useState(false);
  const { refused, run } = useChange(() => undefined);
  const remove = async (): Promise<void> => {
    const request = { params: { draft: draft.id }, query: { version: draft.version } };
    await run(() => work.api.call(draftRoutes.removeDraft, request));
    setAsked(false);
    // Also where it was changed meanwhile: then the list says by whom.
    onChanged();
  };
  const at = new Date(draft.changedAt);
  const named = <span className="visually-hidden"> {draft.title}</span>;
  return (
    <li className={styles['block']}>
      <p>
        <Link to="/courses/$" params={{ _splat: `${draft.id}/scenes` }}>
          <bdi>{draft.title}</bdi>
        </Link>
      </p>
      <p className={styles['small']}>
        {t('learning.edit.changed', {
          day: formatDay(dayInAmsterdam(at)),
          time: formatTime(at),
          by: names.get(draft.changedBy) ?? t('learning.training.somebody'),
        })}
      </p>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {asked ? (
        <p className={styles['moves']}>
          <span>{t('learning.edit.removeDraftLead')}</span>
          <Button kind="danger" onClick={() => void remove()}>
            {t('learning.edit.removeSure')}
            {named}
          </Button>
          <Button onClick={() => setAsked(false)}>{t('learning.edit.removeNot')}</Button>
        </p>
      ) : (
        <p>
          <Button kind="link" onClick={() => setAsked(true)}>
            {t('learning.edit.remove')}
            {named}
          </Button>
        </p>
      )}
    </li>
  );
}

function InstalledRow({ course }: { readonly course: Drafts['installed'][number] }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { busy, refused, open } = useOpening();
  const [forking, setForking] = useState(false);
  const [as, setAs] = useState('');
  const [by, setBy] = useState('');
  const title = course.titles[t.language] ?? Object.values(course.titles)[0] ?? course.id;
  const begin = (fork: { readonly id: string; readonly by: string } | null): void =>
    void open(async (draft) => {
      const input = { course: course.id, fork };
      const answer = await work.api.call(draftRoutes.beginDraft, { params: { draft }, input });
      return answer.ok ? { ok: true, value: true } : answer;
    });
  const id = courseNameIn(as);
  return (
    <li className={styles['block']}>
      <p>
        <bdi>{title}</bdi>{' '}
        <span className={styles['small']}>{t('learning.edit.version', { version: course.version })}</span>
      </p>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p className={styles['moves']}>
        <Button busy={busy && t('learning.edit.opening')} onClick={() => begin(null)}>
          {t('learning.edit.newVersion')}
          <span className="visually-hidden"> {title}</span>
        </Button>
        <Button aria-expanded={forking} onClick={() => setForking(!forking)}>
          {t('learning.edit.adapt')}
          <span className="visually-hidden"> {title}</span>
        </Button>
      </p>
      {forking && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            if (id !== '' && by.trim() !== '') begin({ id, by: by.trim() });
          }}
        >
          <p>{t('learning.edit.adaptLead')}</p>
          <Field
            label={t('learning.edit.adaptAs')}
            required
            value={as}
            onChange={({ target }) => setAs(target.value)}
          />
          <Field
            label={t('learning.edit.adaptBy')}
            required
            value={by}
            onChange={({ target }) => setBy(target.value)}
          />
          <p>
            <Button type="submit" busy={busy && t('learning.edit.opening')}>
              {t('learning.edit.adaptNow')}
            </Button>
          </p>
        </form>
      )}
    </li>
  );
}

type Problems = readonly { readonly code: string; readonly where: string | null }[];

function OpenFolder() {
  const { t } = useLanguage();
  const { work } = useWork();
  const { busy, refused, setRefused, open } = useOpening();
  const [file, setFile] = useState<File | null>(null);
  const [problems, setProblems] = useState<Problems>([]);
  const [made, setMade] = useState<MadeOfCartridge | null>(null);
  const send = async (): Promise<void> => {
    setProblems([]);
    setMade(null);
    if (file === null) return setRefused('FileMissing');
    await open(async (draft) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const answer = await work.api.call(draftRoutes.takeDraft, { params: { draft }, input: bytes });
      if (!answer.ok) return answer;
      const { taken, problems: found } = answer.value;
      if (taken && found.length > 0) setMade({ draft, left: found.map(({ where }) => where ?? '') });
      else setProblems(found);
      // What was left out is read before anybody goes on.
      return { ok: true, value: taken && found.length === 0 };
    });
  };
  return (
    <Card title={t('learning.edit.fromFile')}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field
          label={t('learning.edit.file')}
          hint={t('learning.edit.fileHint')}
          error={refused !== null && refusalMessage(t, refused)}
          type="file"
          accept=".zip,.imscc"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        {problems.length > 0 && (
          <Notice tone="late">
            <p>{t('learning.edit.notTaken')}</p>
            <ProblemList problems={problems.map((problem) => ({ ...problem, level: 'refusal' }))} />
          </Notice>
        )}
        {made !== null && <MadeDraft made={made} />}
        <p>
          <Button type="submit" busy={busy && t('learning.edit.opening')}>
            {t('learning.edit.openFile')}
          </Button>
        </p>
      </form>
    </Card>
  );
}
