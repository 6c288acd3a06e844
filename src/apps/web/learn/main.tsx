import '#platform/web/design';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '#kernel/languages';
import { firstLanguage, LanguageProvider } from '#kernel/languages/web';
import { player as en } from '#modules/learning/messages/player';
import { CheckPage, CoursePage, loadAttendPage } from '#modules/learning/web';
import { randomBytes } from '#platform/crypto';
import { applyTheme, keptTheme } from '#platform/web/design';
import { takeOver } from './take-over.ts';

// The player has an entry of its own: who learns needs neither the workspace nor an account, and fetches neither.
type Catalogues = Readonly<Record<Language, () => Promise<readonly Readonly<Record<string, string>>[]>>>;
const catalogues: Catalogues = {
  en: () => Promise.resolve([en]),
  nl: async () => [(await import('#modules/learning/messages/player/nl')).player],
};
/** Whoever signs up for a workshop needs words that whoever learns does not. */
const allCatalogues: Catalogues = {
  en: async () => [(await import('#modules/learning/messages')).en],
  nl: async () => [(await import('#modules/learning/messages/nl')).nl],
};
// Whoever learns does not fetch the page of whoever signs up.
const AttendPage = lazy(async () => ({ default: (await loadAttendPage()).AttendPage }));

applyTheme(keptTheme());

function pageOf(place: string | undefined, id: string) {
  if (place === 'check') return <CheckPage />;
  if (place !== 'attend') return <CoursePage id={id} randomBytes={randomBytes} />;
  return (
    <Suspense fallback={null}>
      <AttendPage />
    </Suspense>
  );
}

const [, place, id = ''] = location.pathname.split('/');
const root = document.getElementById('root');
if (root) void show(root);

async function show(within: HTMLElement): Promise<void> {
  const all = place === 'attend';
  const door = all ? await allCatalogues.en() : [en];
  takeOver(within, firstLanguage());
  createRoot(within).render(
    <StrictMode>
      <LanguageProvider catalogues={all ? allCatalogues : catalogues} door={door}>
        {pageOf(place, id)}
      </LanguageProvider>
    </StrictMode>,
  );
}
