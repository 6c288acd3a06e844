import { useEffect, useState } from 'react';
import type { TemplateTag } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import { Disclosure } from '#platform/web/ui';
import { FilledList } from './filled-list.tsx';
import { filledValues } from './filled-values.ts';
import type { LetterGround } from './letter-sources.ts';

/** What the template will be filled with, and which values are missing, before the letter is written. */
export function LetterFields({ template, ground }: { readonly template: Uint8Array; readonly ground: LetterGround }) {
  const { t } = useLanguage();
  const [tags, setTags] = useState<readonly TemplateTag[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('#kernel/documents/client').then(({ checkTemplate }) => {
      const checked = checkTemplate(template);
      if (wanted) setTags(checked.ok ? checked.value.tags : []);
    });
    return () => {
      wanted = false;
    };
  }, [template]);
  if (!tags) return null;
  const rows = filledValues(
    tags.map(({ tag }) => tag),
    ground.values,
  );
  const missing = rows.filter(({ value }) => value === null).length;
  return (
    <Disclosure summary={t('casework.letter.fields', { count: rows.length, missing })}>
      <FilledList rows={rows} />
    </Disclosure>
  );
}
