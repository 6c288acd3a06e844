import type { RecordId } from '#platform/base';
import type { Application, Paper } from './paper-records.ts';
import type { FiledPaper } from './requirements-met.ts';

/** What of an application says what is in the bundle and how. */
export type BundleOrder = Pick<Application, 'order' | 'turned'>;

/**
 * Takes papers into the application, each with its translations and with what it translates, which stands
 * before it. What is there already keeps its place.
 */
export function takeParts(
  { order, turned }: BundleOrder,
  taken: readonly RecordId[],
  papers: readonly FiledPaper[],
): BundleOrder {
  const paperById = new Map<RecordId, Paper>(papers.map(({ id, paper }) => [id, paper]));
  const wanted = taken.flatMap((id) => {
    const form = paperById.get(id)?.form;
    const source = form?.kind === 'certified-translation' ? form.of : id;
    return [source, ...translationsOf(source, papers)].filter((one) => one === id || hasFile(paperById.get(one)));
  });
  return { order: [...new Set([...order, ...wanted])], turned };
}

/** Leaves a part out. It stays in the case. */
export function leaveOut({ order, turned }: BundleOrder, part: RecordId): BundleOrder {
  return { order: order.filter((id) => id !== part), turned: turned.filter((one) => one.part !== part) };
}

/** Moves a part up (-1) or down (1); at the ends it stays. */
export function movePart({ order, turned }: BundleOrder, part: RecordId, by: -1 | 1): BundleOrder {
  const at = order.indexOf(part);
  return at < 0 ? { order, turned } : { order: placedAt(order, part, at + by), turned };
}

/** Puts a part in the place of another; the others close up. */
export function putPartAt({ order, turned }: BundleOrder, part: RecordId, target: RecordId): BundleOrder {
  const at = order.indexOf(target);
  return at < 0 || !order.includes(part) ? { order, turned } : { order: placedAt(order, part, at), turned };
}

/** Turns all pages of a part by a quarter, clockwise. */
export function turnPart({ order, turned }: BundleOrder, part: RecordId): BundleOrder {
  const next = ({ 0: 90, 90: 180, 180: 270, 270: 0 } as const)[degreesOf({ order, turned }, part)];
  const others = turned.filter((one) => one.part !== part);
  return { order, turned: next === 0 ? others : [...others, { part, degrees: next }] };
}

/** Degrees clockwise by which a part is turned. */
export function degreesOf({ turned }: BundleOrder, part: RecordId): 0 | 90 | 180 | 270 {
  return turned.find((one) => one.part === part)?.degrees ?? 0;
}

function placedAt(order: readonly RecordId[], part: RecordId, at: number): RecordId[] {
  const others = order.filter((id) => id !== part);
  const place = Math.max(0, Math.min(others.length, at));
  return [...others.slice(0, place), part, ...others.slice(place)];
}

function translationsOf(source: RecordId, papers: readonly FiledPaper[]): readonly RecordId[] {
  return papers
    .filter(({ paper: { form } }) => form.kind === 'certified-translation' && form.of === source)
    .map(({ id }) => id);
}

const hasFile = (paper: Paper | undefined): boolean => paper !== undefined && paper.file !== null;
