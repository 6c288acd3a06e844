import { useLanguage } from '#kernel/languages/web';
import { Checks, Select } from '#platform/web/ui';
import type { FormPlace } from './form-place.ts';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';

/** For whom a block is shown: everybody, who works somewhere, or who came to an ending of a decision before it. */
export function WhenField({ place, before }: { readonly place: FormPlace; readonly before: number }) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { course, scenes, texts } = draft.source;
  const { when } = place.block;
  const words = texts.get(course.languages.source) ?? {};
  const [, scene] = [...scenes].find(([id]) => id === place.scene) ?? [];
  const decisions = (scene?.blocks ?? []).slice(0, before).filter((block) => block.type === 'decision');
  const put = (value: unknown): void =>
    void edit({ type: 'put', file: place.file, path: [...place.path, 'when'], value });
  if (course.audience.length === 0 && decisions.length === 0 && when === undefined) return null;
  const decided = when !== undefined && 'decided' in when ? when : null;
  const endings = decisions.find(({ id }) => id === decided?.decided)?.endings.map(({ id }) => id) ?? [];
  const chosen = when === undefined ? '' : decided === null ? 'workplace' : `decided-${decided.decided}`;
  return (
    <>
      <Select
        label={t('learning.edit.field.when')}
        value={chosen}
        options={[
          { value: '', label: t('learning.edit.when.all') },
          ...(course.audience.length > 0 ? [{ value: 'workplace', label: t('learning.edit.when.workplace') }] : []),
          ...decisions.map(({ id }) => ({ value: `decided-${id}`, label: t('learning.edit.when.decided', { id }) })),
        ]}
        onChange={({ target: { value } }) => {
          const decision = decisions.find(({ id }) => `decided-${id}` === value);
          if (decision) return put({ decided: decision.id, ending: decision.endings.slice(0, 1).map(({ id }) => id) });
          return put(value === 'workplace' ? { workplace: course.audience.slice(0, 1) } : undefined);
        }}
      />
      {when !== undefined && 'workplace' in when && (
        <Checks
          legend={t('learning.edit.when.which')}
          options={course.audience.map((id) => ({ value: id, label: words[`audience.${id}`] ?? id }))}
          values={when.workplace}
          onChange={(workplace) => put({ workplace })}
        />
      )}
      {decided && (
        <Checks
          legend={t('learning.edit.when.endings')}
          options={endings.map((id) => ({ value: id, label: id }))}
          values={decided.ending}
          onChange={(ending) => put({ decided: decided.decided, ending })}
        />
      )}
    </>
  );
}
