import { useLanguage } from '#kernel/languages/web';
import { Field } from '#platform/web/ui';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';

/** Why a text says a word that is better said otherwise; asked for where it does, and there as long as it is said. */
export function ReasonField({ name, isAsked }: { readonly name: string; readonly isAsked: boolean }) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const reasons = draft.source.course.reasons ?? {};
  const said = reasons[name] ?? '';
  if (!isAsked && said === '') return null;
  const put = (reason: string): void => {
    const { [name]: _old, ...others } = reasons;
    const value = reason === '' ? others : { ...reasons, [name]: reason };
    edit({ type: 'put', file: 'course.yaml', path: ['reasons'], value });
  };
  return (
    <Field
      key={said}
      label={t('learning.edit.reason')}
      hint={t('learning.edit.reasonHint')}
      defaultValue={said}
      onBlur={({ target }) => {
        if (target.value.trim() !== said) put(target.value.trim());
      }}
    />
  );
}
