import { ok, type RouteInput, type RouteOutput, type RouteRow } from '#platform/base';
import type { Api } from '#platform/client';

/** A server that twists its answers on one route and is honest on all others. */
export function lying<const Row extends RouteRow>(
  api: Api,
  row: Row,
  twist: (honest: RouteOutput<Row>, asked: RouteInput<Row>) => RouteOutput<Row> | Promise<RouteOutput<Row>>,
): Api {
  return {
    call: async (called, input) => {
      const answer = await api.call(called, input);
      if (called.name !== row.name || !answer.ok) return answer;
      // Same name, so the same row: its types cannot be followed through the comparison.
      const twisted = await twist(answer.value as never, input as never);
      // As above.
      return ok(twisted) as never;
    },
  };
}

/** A server that answers a route without doing what it was asked. */
export function pretending<const Row extends RouteRow>(api: Api, row: Row, answer: () => RouteOutput<Row>): Api {
  return {
    // As above.
    call: (called, input) =>
      called.name === row.name ? Promise.resolve(ok(answer()) as never) : api.call(called, input),
  };
}

/** Base64url text with one letter of it changed. */
export function flipped(text: string, at = Math.floor(text.length / 2)): string {
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}
