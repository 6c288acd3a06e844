import { useLanguage } from '#kernel/languages/web';
import { Disclosure } from '#platform/web/ui';

const marks = ['strong', 'emphasis', 'list', 'term', 'source', 'slot'] as const;
const signs: Readonly<Record<(typeof marks)[number], string>> = {
  strong: '**…**',
  emphasis: '*…*',
  list: '- …',
  term: '[…](term:id)',
  source: '[^id]',
  slot: '{slot:id}',
};

/** What may stand in a text, in a few lines. */
export function TextHelp() {
  const { t } = useLanguage();
  return (
    <Disclosure summary={t('learning.edit.help')} quiet>
      <p>{t('learning.edit.helpLead')}</p>
      <ul>
        {marks.map((mark) => (
          <li key={mark}>
            <code>{signs[mark]}</code> {t(`learning.edit.help.${mark}`)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
