/** Whether the part before the @ seems to hold a name: a hint for its owner, never a rule. */
export function showsName(address: string, names: readonly string[]): boolean {
  const [local = ''] = address.split('@');
  const folded = fold(local);
  return names
    .flatMap((name) => name.split(/[\s.'_-]+/))
    .map(fold)
    .some((part) => part.length >= 3 && folded.includes(part));
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
