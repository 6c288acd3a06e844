import { useLanguage } from '#kernel/languages/web';
import { Button, Select } from '#platform/web/ui';
import { freshId } from '../../model/open/edit/fresh-id.ts';
import { noticesOf } from './pick-options.ts';
import { useSitting } from './sitting.ts';
import { TextField } from './text-field.tsx';
import { useEdit } from './use-edit.ts';

/** The notice before a heavy scene: one there is, a new one, or none. */
export function HeavyField({ file, heavy }: { readonly file: string; readonly heavy: string | undefined }) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { source } = draft;
  const words = source.texts.get(source.course.languages.source) ?? {};
  const put = (value: string | undefined): void => void edit({ type: 'put', file, path: ['heavy'], value });
  return (
    <>
      <Select
        label={t('learning.edit.field.heavy')}
        hint={t('learning.edit.heavyHint')}
        options={[
          { value: '', label: t('learning.edit.none') },
          ...noticesOf(source).map((id) => ({ value: id, label: (words[`heavy.${id}`] ?? id).slice(0, 60) })),
        ]}
        value={heavy ?? ''}
        onChange={({ target }) => put(target.value || undefined)}
      />
      {heavy === undefined ? (
        <p>
          <Button kind="link" onClick={() => put(freshId(source, 'heavy.', 'notice'))}>
            {t('learning.edit.newNotice')}
          </Button>
        </p>
      ) : (
        <TextField asked={{ key: `heavy.${heavy}`, plain: false }} label={t('learning.edit.field.notice')} />
      )}
    </>
  );
}
