import { createId, expectOk, type CivilDate } from '#platform/base';
import type { Api } from '#platform/client';
import { randomBytes } from '#platform/crypto';
import { learningRoutes, type OrganisationId } from '#modules/learning';

/** Invented organisations, our own first, with how many people of each learned within the last year. */
export const practiceOrganisations = [
  { name: 'Demo programme (invented)', own: true, learners: 142 },
  { name: 'Harbour House (invented)', own: false, learners: 208 },
  { name: 'Night Reception Oostkade (invented)', own: false, learners: 151 },
  { name: 'Language Café Bakboord (invented)', own: false, learners: 88 },
  { name: 'Small Bridge (invented)', own: false, learners: 6 },
  { name: 'Evening School Vuurbaak (invented)', own: false, learners: 7 },
  { name: 'New Quay (invented)', own: false, learners: 0 },
] as const;

/** What our own organisation fills in; the numbers are of nobody. */
const filled = {
  emergency: ['112', '112'],
  contact: ['Anna, room 3 (invented)', 'Anna, kamer 3 (verzonnen)'],
  advice: ['the practice advice line, 000 000 0001 (invented)', 'de oefen-advieslijn, 000 000 0001 (verzonnen)'],
  children: ['the guardian on duty, 000 000 0002 (invented)', 'de dienstdoende voogd, 000 000 0002 (verzonnen)'],
  support: ['the listening line, 000 000 0003 (invented)', 'de luisterlijn, 000 000 0003 (verzonnen)'],
} as const;

/** Adds them through the routes that coordinators use; one place stays empty, and one code is not drawn yet. */
export async function seedOrganisations(api: Api, on: CivilDate): Promise<void> {
  for (const { name, own, learners } of practiceOrganisations) {
    const id = createId<OrganisationId>(randomBytes);
    expectOk(await api.call(learningRoutes.addOrganisation, { input: { id, name, own } }));
    if (learners > 0) expectOk(await api.call(learningRoutes.drawCode, { params: { organisation: id } }));
    if (!own) continue;
    for (const [slot, [en, nl]] of Object.entries(filled))
      for (const [language, words] of [
        ['en', en],
        ['nl', nl],
      ] as const) {
        const input = { course: 'recognising-trafficking', slot, language, words, checkedOn: on };
        const done = await api.call(learningRoutes.fillSlot, { params: { organisation: id }, input });
        // A server without the built browser side has no course to fill anything in for.
        if (!done.ok && done.refusal.type !== 'SlotUnknown') expectOk(done);
      }
  }
}
