import '#platform/web/design';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '#kernel/languages';
import { LanguageProvider } from '#kernel/languages/web';
import { en } from '#modules/learning/messages';
import { CheckPage, CoursePage } from '#modules/learning/web';
import { randomBytes } from '#platform/crypto';
import { applyTheme, keptTheme } from '#platform/web/design';

// The player has an entry of its own: who learns needs neither the workspace nor an account, and fetches neither.
const catalogues: Readonly<Record<Language, () => Promise<readonly Readonly<Record<string, string>>[]>>> = {
  en: () => Promise.resolve([en]),
  nl: async () => [(await import('#modules/learning/messages/nl')).nl],
};
const door = [en];

applyTheme(keptTheme());

const [, place, id = ''] = location.pathname.split('/');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider catalogues={catalogues} door={door}>
        {place === 'check' ? <CheckPage /> : <CoursePage id={id} randomBytes={randomBytes} />}
      </LanguageProvider>
    </StrictMode>,
  );
}
