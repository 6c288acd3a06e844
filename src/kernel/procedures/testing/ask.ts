import { expectOk } from '#platform/base';
import { findPack, journey, releasedPacks, type Fact, type JourneyAnswer, type Parameters } from '../index.ts';

const packs = ['nl-residence', 'nl-complaint', 'nl-compensation', 'nl-identity'].map((id) => {
  const pack = findPack(releasedPacks, id);
  if (pack === null) throw new Error(`no pack ${id}`);
  return pack;
});

/** Reads facts of lines such as `2026-02-01 permit-granted ground=a at=10:00`. */
function factsOf(lines: string): readonly Fact[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [on = '', fact = '', ...fields] = line.trim().split(/\s+/);
      const values = fields.map((field) => {
        const [name = '', value = ''] = field.split('=');
        return [name, value === 'true' ? true : value === 'false' ? false : value];
      });
      // Object.fromEntries knows nothing of what it is given.
      const named = Object.fromEntries(values) as Readonly<Record<string, string | boolean>>;
      return { ...named, fact, on };
    });
}

/** What all Dutch packs together answer to facts, one a line, on a day. */
export function ask(lines: string, on: string, parameters: Parameters = {}): JourneyAnswer {
  return expectOk(journey(packs, { facts: factsOf(lines), parameters }, on));
}
