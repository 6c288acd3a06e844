import { useLanguage } from '#kernel/languages/web';
import { Button, Card } from '#platform/web/ui';
import { freshId } from '../../model/open/edit/fresh-id.ts';
import { MoveButtons } from './move-buttons.tsx';
import { useSitting } from './sitting.ts';
import { TextField } from './text-field.tsx';
import { useEdit } from './use-edit.ts';
import styles from './edit.module.css';

/** For whom the course is: the places where learners work, of which each chooses one. */
export function WorkplacesCard() {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { course, texts } = draft.source;
  const { audience } = course;
  const add = (): void => {
    const value = freshId(draft.source, 'audience.', 'place');
    edit({ type: 'add', file: 'course.yaml', path: ['audience'], value, behind: audience.at(-1) ?? null });
  };
  return (
    <Card title={t('learning.edit.workplaces')} beside={audience.length}>
      <div className={styles['form']}>
        <p>{t('learning.edit.workplacesLead')}</p>
        {audience.map((place, index) => (
          <fieldset key={place} className={styles['part']}>
            <legend>
              {t('learning.edit.shared.audience')} <bdi className={styles['id']}>{place}</bdi>
            </legend>
            <TextField asked={{ key: `audience.${place}`, plain: true }} label={t('learning.edit.field.name')} />
            <MoveButtons
              name={texts.get(course.languages.source)?.[`audience.${place}`] ?? place}
              first={index === 0}
              last={index === audience.length - 1}
              removable
              onMove={(by) => edit({ type: 'move', file: 'course.yaml', path: ['audience', place], by })}
              onRemove={() => edit({ type: 'drop-workplace', place })}
            />
          </fieldset>
        ))}
        <p>
          <Button onClick={add}>{t('learning.edit.addWorkplace')}</Button>
        </p>
      </div>
    </Card>
  );
}
