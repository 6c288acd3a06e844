/** Server side of sealed spaces: keeps log, members and ciphertext; opens nothing. */
export type { AppendContext, AppendedBatch, SpaceKindRules } from './kind-rules.ts';
export { createSpacesServer } from './spaces-server.ts';
export { findRelation, listSpacesOfKind, type LivingMember } from './store/space-store.ts';
export { directoryRules } from './directory-rules.ts';
