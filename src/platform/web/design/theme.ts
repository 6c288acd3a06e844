/** Light, dark, or as the system says. */
export type Theme = 'light' | 'dark' | 'system';

const keptUnder = 'baken.theme';

/** The theme chosen on this device. */
export function keptTheme(): Theme {
  const kept = localStorage.getItem(keptUnder);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Shows a theme and keeps the choice on this device. */
export function applyTheme(theme: Theme): void {
  localStorage.setItem(keptUnder, theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
