const scripts = [
  'Latn',
  'Arab',
  'Armn',
  'Beng',
  'Cyrl',
  'Deva',
  'Ethi',
  'Geor',
  'Grek',
  'Hans',
  'Hebr',
  'Khmr',
  'Mymr',
  'Sinh',
  'Taml',
  'Thai',
] as const;

/** Scripts by name (ISO 15924), Latin first; a script that the record has stays among them. */
export function scriptOptions(
  language: string,
  kept: string,
): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'script' });
  return [...new Set<string>([...scripts, kept])].map((value) => ({ value, label: names.of(value) ?? value }));
}
