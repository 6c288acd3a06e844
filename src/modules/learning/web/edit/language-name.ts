/** What a language is called in another one, with a capital: `Arabic`, `Arabisch`. Its tag where nobody knows it. */
export function languageName(tag: string, shownIn: string): string {
  const name = new Intl.DisplayNames([shownIn], { type: 'language' }).of(tag) ?? tag;
  return name.slice(0, 1).toLocaleUpperCase(shownIn) + name.slice(1);
}
