import { useLanguage } from '#kernel/languages/web';
import { Notice } from '#platform/web/ui';
import styles from './applications.module.css';
import type { FilledOfficialForm } from './fill-official-form.ts';

/** What of a form has to be looked at by hand: missing, too long, not printable, not one of its answers; and where to sign. */
export function LeftOutList({ filled }: { readonly filled: FilledOfficialForm }) {
  const { t } = useLanguage();
  const { missing, overlong, unprintable, misfits, unmapped, sign } = filled;
  const lines = [
    ...missing.map((field) => t('casework.officialForm.missing', { field })),
    ...overlong.map(({ field, length, max }) => t('casework.officialForm.overlong', { field, length, max })),
    ...unprintable.map(({ field, signs }) => t('casework.officialForm.unprintable', { field, signs: signs.join(' ') })),
    ...misfits.map((field) => t('casework.officialForm.misfits', { field })),
    ...unmapped.map((field) => t('casework.officialForm.unmapped', { field })),
  ];
  return (
    <>
      <Notice tone={lines.length > 0 ? 'soon' : 'plain'}>
        {lines.length === 0 ? (
          t('casework.officialForm.allFilled')
        ) : (
          <>
            <p>{t('casework.officialForm.byHand')}</p>
            <ul className={styles['list']}>
              {lines.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
      {sign.length > 0 && <p>{t('casework.officialForm.signAt', { list: sign.join('; ') })}</p>}
    </>
  );
}
