import { renderToStaticMarkup } from 'react-dom/server';
import { isLanguage, type Language } from '#kernel/languages';
import { LanguageProvider } from '#kernel/languages/web';
import type { ReleasedCourse } from '#modules/learning';
import { player as en } from '#modules/learning/messages/player';
import { player as nl } from '#modules/learning/messages/player/nl';
import { FirstView } from '#modules/learning/web';

const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, nl };
const catalogues = { en: () => Promise.resolve([en]), nl: () => Promise.resolve([nl]) };

/** What stands in the page of a course before its script is there, as HTML; run by the build, never in a browser. */
export function drawFirst(course: ReleasedCourse): string {
  const language = isLanguage(course.language) ? course.language : 'en';
  return renderToStaticMarkup(
    <LanguageProvider catalogues={catalogues} door={[words[language]]} fixed={language}>
      <FirstView course={course} />
    </LanguageProvider>,
  );
}
