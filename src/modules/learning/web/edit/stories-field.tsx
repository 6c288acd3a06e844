import { useLanguage } from '#kernel/languages/web';
import { Select } from '#platform/web/ui';
import type { FormPlace } from './form-place.ts';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';

/** Whether stories to judge are told here before learning, or those of another place are judged once more after it. */
export function StoriesField({ place }: { readonly place: FormPlace }) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { block, file, path } = place;
  if (block.type !== 'vignette') return null;
  const { scenes, course, texts } = draft.source;
  const words = texts.get(course.languages.source) ?? {};
  const told = [...scenes].flatMap(([scene, { blocks }]) =>
    blocks.flatMap((one) =>
      one.type === 'vignette' && one.phase === 'before' && one.id !== block.id ? [{ scene, block: one.id }] : [],
    ),
  );
  const { id, objectives, heavy, optional, when } = block;
  const common = Object.fromEntries(
    Object.entries({ id, type: block.type, objectives, heavy, optional, when }).filter(([, one]) => one !== undefined),
  );
  const fresh = { phase: 'before', form: 'A', items: ['a', 'b'].map((item) => ({ id: item, signal: item === 'a' })) };
  const put = (value: string): void => {
    const from = told.find((one) => nameOf(one) === value);
    const rest = from === undefined ? fresh : { phase: 'after', from };
    edit({ type: 'put', file, path, value: { ...common, ...rest } });
  };
  return (
    <Select
      label={t('learning.edit.stories')}
      hint={t('learning.edit.storiesHint')}
      options={[
        { value: '', label: t('learning.edit.stories.here') },
        ...told.map((from) => ({
          value: nameOf(from),
          label: t('learning.edit.stories.after', {
            title: words[`${from.scene}.title`] ?? from.scene,
            block: from.block,
          }),
        })),
      ]}
      value={block.phase === 'before' ? '' : nameOf(block.from)}
      onChange={({ target }) => put(target.value)}
    />
  );
}

function nameOf({ scene, block }: { readonly scene: string; readonly block: string }): string {
  return `${scene}.${block}`;
}
