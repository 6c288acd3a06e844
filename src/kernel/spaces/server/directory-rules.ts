import { ok, refuse } from '#platform/base';
import type { SpaceKindRules } from './kind-rules.ts';

/**
 * The directory of a programme: one space that everybody may open and coordinators write. It holds the
 * names of colleagues, sealed like a case because volunteers are targets too (security design, section
 * 6), and the programme's stationery: letter templates and forms, sealed and signed so that no server
 * can put others in their place (decision 0015).
 */
export const directoryRules: SpaceKindRules = {
  kind: 'directory',
  codedSchema: null,
  recordTypes: ['person', 'stationery'],
  replacedTypes: [],
  minimumMembers: () => 1,
  mayAppend: (_operation, { roles, relation }) => {
    const coordinates = roles.includes('coordinator') || roles.includes('duty');
    return coordinates && (relation === null || relation === 'coordinator')
      ? ok(undefined)
      : refuse({ type: 'NotPermitted' });
  },
  afterAppend: () => Promise.resolve(ok(undefined)),
  readCoded: () => Promise.resolve(new Map()),
};
