import type { BlockOf } from '../release/released-block.ts';

/** All or nothing: exactly the right options were chosen, all in their order, or each with what it belongs to. */
export function isRight({ kind, options }: BlockOf<'check'>, chosen: readonly string[]): boolean {
  if (kind === 'order') {
    const places = chosen.map((one) => options.find(({ id }) => id === one)?.place);
    return places.length === options.length && places.every((place, at) => place === at + 1);
  }
  if (kind === 'match') {
    const partnerOf = (id: string | undefined): string | null => options.find((one) => one.id === id)?.partner ?? null;
    const pairs = new Map(chosen.map((one) => pairIn(one)));
    return options.every(({ id, partner }) => partner !== null && partnerOf(pairs.get(id)) === partner);
  }
  return options.every(({ id, right }) => right === chosen.some((one) => one === id));
}

/** The two ids of `option:partner`. */
export function pairIn(choice: string): readonly [string, string] {
  const [left = '', right = ''] = choice.split(':');
  return [left, right];
}
