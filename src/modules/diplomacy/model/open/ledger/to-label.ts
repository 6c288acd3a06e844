/** A text as the ledger takes it: NFC, no space around it, none doubled, nothing that does not print. */
export function toLabel(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
}
