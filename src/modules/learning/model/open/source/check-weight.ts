import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';

/** Bytes of what everybody must fetch, and of everything: 5 and 25 MB. */
const most = { core: 5_000_000, all: 25_000_000 };

/** Weight: what a phone has to fetch, and that nothing of it comes from elsewhere (learning design, 2.4, 8). */
export function checkWeight({ scenes, texts, mediaThere }: CourseSource): readonly CourseFinding[] {
  const words = Math.max(0, ...[...texts.values()].map((text) => Object.values(text).join('').length));
  const blocks = [...scenes.values()].flatMap((scene) => scene.blocks);
  const needed = new Set(blocks.flatMap((block) => ('media' in block && block.optional !== true ? [block.media] : [])));
  const weigh = (wanted: (name: string) => boolean): number =>
    [...mediaThere].reduce((sum, [name, { bytes }]) => (wanted(name) ? sum + bytes : sum), words);
  const [core, all] = [weigh((name) => needed.has(name)), weigh(() => true)];
  const at = (code: CourseFinding['code'], text: string): CourseFinding => ({
    code,
    file: 'media/media.yaml',
    path: [],
    text,
  });
  return [
    ...(core > most.core ? [at('too-heavy', `everybody would have to fetch ${String(core)} bytes`)] : []),
    ...(all > most.all ? [at('too-heavy', `with everything it is ${String(all)} bytes`)] : []),
    ...[...mediaThere].flatMap(([name, { addresses }]) =>
      addresses.map((address) => at('reaches-out', `${name} would ask elsewhere: ${address.slice(0, 60)}`)),
    ),
  ];
}
