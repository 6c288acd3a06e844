import { useLanguage } from '#kernel/languages/web';
import { Notice } from '#platform/web/ui';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';

/** What still keeps a version from being published, said to whoever plays it; nothing where all have signed. */
export function DraftNotice({ course }: { readonly course: Pick<ReleasedCourse, 'version' | 'unsigned'> }) {
  const { t } = useLanguage();
  if (course.unsigned.length === 0) return null;
  return (
    <Notice tone="soon">
      <p>{t('learning.draft.lead', { version: course.version })}</p>
      <ul>
        {course.unsigned.map((role) => (
          <li key={role}>{t(`learning.draft.${role}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
