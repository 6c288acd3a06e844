import { useParams } from '@tanstack/react-router';
import { isId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { EmptyState, Page } from '#platform/web/ui';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import { DraftPage } from './draft-page.tsx';
import { DraftsPage } from './drafts-page.tsx';

const writing = ['editor', 'coordinator'];

/** Courses as they are written: what is installed, drafts, and one of them open. */
export function CoursesScreen() {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const { _splat: rest = '' }: { readonly _splat?: string } = useParams({ strict: false });
  const [id = '', part, scene] = rest.split('/');
  if (!roles.some((role) => writing.includes(role)))
    return (
      <Page title={t('learning.edit.title')}>
        <EmptyState>{t('learning.edit.notYou')}</EmptyState>
      </Page>
    );
  // From the address; it was looked at just now.
  return isId(id) ? <DraftPage key={id} id={id as DraftId} part={part} scene={scene} /> : <DraftsPage />;
}
