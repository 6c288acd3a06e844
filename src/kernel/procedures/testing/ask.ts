import { expectOk } from '#platform/base';
import {
  findPack,
  journey,
  releasedPacks,
  type Fact,
  type JourneyAnswer,
  type JourneyOptions,
  type Pack,
  type Parameters,
} from '../index.ts';

/** A released pack by its id. */
export function packOf(id: string): Pack {
  const pack = findPack(releasedPacks, id);
  if (pack === null) throw new Error(`no pack ${id}`);
  return pack;
}

const packs = ['nl-residence', 'nl-complaint', 'nl-compensation', 'nl-identity'].map(packOf);

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

/** `due state` of each date of a ref, in their order. */
export function datesOf(answer: JourneyAnswer, ref: string): readonly string[] {
  return answer.deadlines.filter((deadline) => deadline.ref === ref).map(({ due, state }) => `${due} ${state}`);
}

/** What all Dutch packs together answer to facts, one a line, on a day. */
export function ask(lines: string, on: string, parameters: Parameters = {}): JourneyAnswer {
  return askPacks(packs, lines, on, { parameters });
}

/** The same of packs of one's own making, or in another language. */
export function askPacks(
  asked: readonly Pack[],
  lines: string,
  on: string,
  { parameters, ...options }: JourneyOptions & { readonly parameters?: Parameters } = {},
): JourneyAnswer {
  return expectOk(journey(asked, { facts: factsOf(lines), parameters }, on, options));
}
