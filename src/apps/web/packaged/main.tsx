import '#platform/web/design';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isLanguage, type Language } from '#kernel/languages';
import { LanguageProvider } from '#kernel/languages/web';
import { packageFormats, type PlayedPackage } from '#modules/learning';
import { player as en } from '#modules/learning/messages/player';
import { player as nl } from '#modules/learning/messages/player/nl';
import { loadPackaged } from '#modules/learning/web';
import { randomBytes } from '#platform/crypto';

// The player as it stands in a package: one script, nothing fetched, so that it opens from disk and behind every proxy.
const catalogues: Readonly<Record<Language, () => Promise<readonly Readonly<Record<string, string>>[]>>> = {
  en: () => Promise.resolve([en]),
  nl: () => Promise.resolve([nl]),
};
const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, nl };

const root = document.getElementById('root');
const inside = document.getElementById('packaged')?.textContent ?? '';
if (root && inside !== '') void play(root, inside);

async function play(place: HTMLElement, written: string): Promise<void> {
  const { openPackageKeeping, PackagedCourse } = await loadPackaged();
  // Written into the page when the package was made, by our own code.
  const data = JSON.parse(written) as PlayedPackage;
  const format = packageFormats.find((one) => one === document.documentElement.dataset['format']) ?? 'web';
  const keeping = await openPackageKeeping(data, format, window);
  const language = isLanguage(data.course.language) ? data.course.language : 'en';
  createRoot(place).render(
    <StrictMode>
      <LanguageProvider catalogues={catalogues} door={[words[language]]} fixed={language}>
        <PackagedCourse data={data} keeping={keeping} randomBytes={randomBytes} />
      </LanguageProvider>
    </StrictMode>,
  );
}
