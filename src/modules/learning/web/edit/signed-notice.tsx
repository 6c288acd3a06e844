import { useLanguage } from '#kernel/languages/web';
import { Button, Notice } from '#platform/web/ui';
import { isSigned } from '../../model/open/edit/is-signed.ts';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';

/** That this version is signed, so that nothing of it changes, and the way to the next one. */
export function SignedNotice() {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  if (!isSigned(draft.source)) return null;
  const { version } = draft.source.course;
  const next = version.replace(/\d+$/, (last) => String(Number(last) + 1));
  return (
    <Notice>
      <p>{t('learning.edit.signedVersion', { version })}</p>
      <p>
        <Button onClick={() => edit({ type: 'put', file: 'course.yaml', path: ['version'], value: next })}>
          {t('learning.edit.raise', { version: next })}
        </Button>
      </p>
    </Notice>
  );
}
