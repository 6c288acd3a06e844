/** "I saw this on my device": codes that a client signs. They say nothing that the state does not say. */
export const attestations = [
  'information-given',
  'consent-support',
  'safety-checked',
  'reach-agreed',
  'conflict-clear',
  'conflict-waived',
  'second-read',
  'person-told',
  'closing-list-done',
] as const;
export type Attestation = (typeof attestations)[number];

/** Whether a signed word is one of the closed list. */
export function isAttestation(word: string): word is Attestation {
  return attestations.some((attestation) => attestation === word);
}
