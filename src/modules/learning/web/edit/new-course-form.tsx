import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Card, Disclosure, Field, Notice, Select } from '#platform/web/ui';
import { draftRoutes } from '../../contract/draft-routes.ts';
import { freshCourse } from '../../model/open/edit/fresh-course.ts';
import { zipPackage } from '../../model/open/package-out/zip-package.ts';
import { refusalMessage } from '../refusal-message.ts';
import { courseNameIn } from '../../model/open/edit/course-name-in.ts';
import { languageName } from './language-name.ts';
import { useOpening } from './use-opening.ts';
import styles from './edit.module.css';

/** A course from nothing: it is put together here, and taken like every folder. */
export function NewCourseForm({ taken }: { readonly taken: readonly string[] }) {
  const { t, language } = useLanguage();
  const { work } = useWork();
  const { busy, refused, setRefused, open } = useOpening();
  const [title, setTitle] = useState('');
  const [by, setBy] = useState('');
  const [source, setSource] = useState<string>(language);
  const begin = async (): Promise<void> => {
    const id = courseNameIn(title);
    if (title.trim() === '' || by.trim() === '' || id === '') return setRefused('CourseNameWanted');
    if (taken.includes(id)) return setRefused('CourseNameTaken');
    const files = freshCourse({ shortName: id, title: title.trim(), language: source, by: by.trim() });
    return open(async (draft) => {
      const input = Uint8Array.from(zipPackage(new Map<string, string | Uint8Array>(files)));
      const answer = await work.api.call(draftRoutes.takeDraft, { params: { draft }, input });
      return answer.ok ? { ok: true, value: answer.value.taken } : answer;
    });
  };
  return (
    <Card title={t('learning.edit.fresh')}>
      <Disclosure summary={t('learning.edit.freshBegin')}>
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            void begin();
          }}
        >
          <p>{t('learning.edit.freshLead')}</p>
          <Field
            label={t('learning.edit.shared.title')}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
          <Field
            label={t('learning.edit.freshBy')}
            hint={t('learning.edit.hint.credit')}
            value={by}
            onChange={({ target }) => setBy(target.value)}
          />
          <Select
            label={t('learning.edit.freshLanguage')}
            options={['en', 'nl'].map((value) => ({ value, label: languageName(value, language) }))}
            value={source}
            onChange={({ target }) => setSource(target.value)}
          />
          {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
          <p>
            <Button type="submit" busy={busy && t('learning.edit.opening')}>
              {t('learning.edit.freshNow')}
            </Button>
          </p>
        </form>
      </Disclosure>
    </Card>
  );
}
