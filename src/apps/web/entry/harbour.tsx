import { useLanguage } from '#kernel/languages/web';
import styles from './entry-page.module.css';

/** The panel beside the unlock form: what this place promises, and a light over water. */
export function Harbour() {
  const { t } = useLanguage();
  return (
    <div className={styles['harbour']}>
      <div>
        <p className={styles['brand']}>
          <img src="/mark.svg" alt="" width="40" height="40" />
          Baken
        </p>
      </div>
      <div>
        <p className={styles['promise']}>{t('entry.promise')}</p>
        <ul className={styles['lines']}>
          <li>{t('entry.promiseSealed')}</li>
          <li>{t('entry.promiseDates')}</li>
          <li>{t('entry.promiseCalm')}</li>
        </ul>
      </div>
      <Light />
    </div>
  );
}

/** A beacon on a pier; drawn, not photographed. */
function Light() {
  return (
    <svg className={styles['light']} viewBox="0 0 400 220" aria-hidden width="400" height="220">
      <path d="M178 62 L18 24 L18 104 Z" fill="#f7b03c" opacity="0.28" />
      <path d="M178 62 L70 46 L70 80 Z" fill="#f7b03c" opacity="0.35" />
      <rect x="170" y="50" width="40" height="22" rx="3" fill="#f7b03c" />
      <path d="M166 50 L190 32 L214 50 Z" fill="#ebf6f8" />
      <path d="M174 72 L206 72 L218 176 L162 176 Z" fill="#ebf6f8" />
      <path d="M171 100 L209 100 L212 126 L168 126 Z" fill="#025064" />
      <path d="M120 176 H262 V186 H120 Z" fill="#bfdae0" />
      <path
        d="M0 196 q20 -10 40 0 t40 0 t40 0 t40 0 t40 0 t40 0 t40 0 t40 0 t40 0 t40 0"
        fill="none"
        stroke="#bfdae0"
        strokeWidth="3"
        opacity="0.6"
      />
      <path
        d="M0 210 q20 -10 40 0 t40 0 t40 0 t40 0 t40 0 t40 0 t40 0 t40 0 t40 0 t40 0"
        fill="none"
        stroke="#bfdae0"
        strokeWidth="3"
        opacity="0.35"
      />
    </svg>
  );
}
