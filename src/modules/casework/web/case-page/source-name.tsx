import { useLanguage } from '#kernel/languages/web';
import { titleOfSource } from '../shared/source-title.ts';

/** The name of a source in its own language, the article, and of which day the text is that was read. */
export function SourceName({ title, article }: { readonly title: string; readonly article: string }) {
  const { t, formatDay } = useLanguage();
  const { name, lang, textOf } = titleOfSource(title);
  return (
    <>
      <span lang={lang}>{name}</span>, {article}
      {textOf && ` (${t('casework.why.textOf', { day: formatDay(textOf) })})`}
    </>
  );
}
