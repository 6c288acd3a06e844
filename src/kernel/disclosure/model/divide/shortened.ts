/** Names of groups that are told as one; of very many the first. */
export function shortened(names: readonly string[]): string {
  return names.length <= 3 ? names.join(' + ') : `${names.slice(0, 3).join(' + ')} + … (${String(names.length)})`;
}
