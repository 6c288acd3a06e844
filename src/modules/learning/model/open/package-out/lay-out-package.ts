import { escapeXml } from '#platform/base';
import type { ReceiptMaker } from '../count/packaged-receipt.ts';
import type { SlotWords } from './slot-words.ts';
import type { ReleasedBlock } from '../release/released-block.ts';
import type { ReleasedCourse } from '../release/released-course.ts';
import { writeCmi5Structure } from './write-cmi5-structure.ts';
import { writeScormManifest } from './write-scorm-manifest.ts';

/** Standards and plain folders for which a course can be made into a package. */
export const packageFormats = ['web', 'scorm12', 'scorm2004', 'cmi5'] as const;
export type PackageFormat = (typeof packageFormats)[number];

/** What the player of a package is given to play. */
export interface PlayedPackage {
  readonly course: ReleasedCourse;
  /** Whose numbers and people stand in it; null where general words do. */
  readonly organisation: string | null;
  readonly slots: readonly SlotWords[];
  /** What it makes receipts with where no learning system keeps the run; null where nobody here could count them. */
  readonly receipts: ReceiptMaker | null;
}

/** The files of a package by their names, besides those of the player and the pictures, which are taken as they are. */
export interface PackageLayout {
  readonly texts: ReadonlyMap<string, string>;
  /** Where each picture of the build goes: address below the start page, without its first stroke, to name in the package. */
  readonly pictures: ReadonlyMap<string, string>;
}

/**
 * Lays out a package of a released course (learning design, 7.1): one page that plays all of it, from disk or in a learning system,
 * with no address but relative ones. `player` are the names of the player's files, below `player/`. The same is laid out in the same way.
 */
export function layOutPackage(
  { course, organisation, slots, receipts }: PlayedPackage,
  { format, player }: { readonly format: PackageFormat; readonly player: readonly string[] },
): PackageLayout {
  const pictures = new Map<string, string>();
  const moved = (address: string): string => {
    const from = address.replace(/^\//, '');
    const to = `media/${from.slice(from.lastIndexOf('/') + 1)}`;
    pictures.set(from, to);
    return to;
  };
  const scenes = course.scenes.map(({ blocks, ...scene }) => ({
    ...scene,
    blocks: blocks.map((block): ReleasedBlock => ('media' in block ? { ...block, media: moved(block.media) } : block)),
  }));
  // A package speaks one language: the others are not in it.
  const data: PlayedPackage = {
    organisation,
    slots,
    receipts,
    course: { ...course, languages: [course.language], scenes },
  };
  const texts = new Map([['index.html', pageOf(data, format, player)]]);
  const names = ['index.html', ...player.map((name) => `player/${name}`), ...pictures.values()].toSorted();
  if (format === 'cmi5') texts.set('cmi5.xml', writeCmi5Structure(course));
  else if (format !== 'web') texts.set('imsmanifest.xml', writeScormManifest(course, format, names));
  return { texts, pictures };
}

function pageOf(data: PlayedPackage, format: PackageFormat, player: readonly string[]): string {
  const { language, title } = data.course;
  const sheets = player
    .filter((name) => name.endsWith('.css'))
    .map((name) => `<link rel="stylesheet" href="player/${name}">`);
  // The words of a course may hold any sign; none of them ends the element early.
  const inside = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  return `<!doctype html>
<html lang="${language}" dir="ltr" data-format="${format}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
${sheets.join('\n')}
</head>
<body>
<div id="root"></div>
<script type="application/json" id="packaged">${inside}</script>
<script src="player/player.js"></script>
</body>
</html>
`;
}
