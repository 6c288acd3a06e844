import { ok, refuse } from '#platform/base';
import type { SpaceKindRules } from './kind-rules.ts';

/** What was found when two people compared their safety number. */
const statement = 'comparison';

/**
 * The directory of a programme: one space that everybody may open and coordinators write. It holds the
 * names of colleagues, sealed like a case because volunteers are targets too (security design, section
 * 6), the programme's stationery: letter templates and forms, sealed and signed so that no server can put others
 * in their place (decision 0015), and who signed a procedure pack off (decision 0034). And every member writes what they found
 * when they compared a safety number with a colleague: once, and nobody writes over it or takes it away, whatever their role
 * (decision 0017).
 */
export const directoryRules: SpaceKindRules = {
  kind: 'directory',
  codedSchema: null,
  recordTypes: ['person', 'stationery', 'sign-off', statement],
  replacedTypes: [],
  minimumMembers: () => 1,
  mayAppend: (operation, { roles, relation }) => {
    if ((operation.kind === 'put' || operation.kind === 'delete') && operation.body.type === statement) {
      // The first version of a record that does not exist yet: whether that is so is checked against the log next.
      const isNew = operation.kind === 'put' && operation.version === 1;
      return isNew && relation !== null ? ok(undefined) : refuse({ type: 'NotPermitted' });
    }
    const coordinates = roles.includes('coordinator') || roles.includes('duty');
    return coordinates && (relation === null || relation === 'coordinator')
      ? ok(undefined)
      : refuse({ type: 'NotPermitted' });
  },
  afterAppend: () => Promise.resolve(ok(undefined)),
  readCoded: () => Promise.resolve(new Map()),
};
