import type { CourseFinding } from '../../model/open/source/course-finding.ts';
import type { CourseSource } from '../../model/open/source/course-source.ts';

/** Parts of the editor, each a page of its own. */
export const editParts = ['scenes', 'course', 'around', 'pictures', 'ready'] as const;
export type EditPart = (typeof editParts)[number];

/** Where in the editor something can be mended: the part, the scene within it, and the element that is looked at. */
export interface EditPlace {
  readonly part: EditPart;
  readonly scene: string | null;
  readonly block: string | null;
  /** The field of a text, where it is about one. */
  readonly text: { readonly language: string; readonly key: string } | null;
}

/** Where a finding is mended. */
export function placeOfFinding(source: CourseSource, { file, path }: CourseFinding): EditPlace {
  const at = (part: EditPart, scene: string | null = null, block: string | null = null): EditPlace => ({
    ...{ part, scene, block },
    text: null,
  });
  const language = /^text\/([a-zA-Z-]+)\.yaml$/.exec(file)?.[1];
  const [key] = path;
  if (language !== undefined && typeof key === 'string') return { ...placeOfKey(source, key), text: { language, key } };
  const [scene, found] = [...source.scenes].find(([, one]) => one.file === file) ?? [];
  if (scene !== undefined && found !== undefined) {
    const block = path[0] === 'blocks' && typeof path[1] === 'number' ? found.blocks[path[1]] : undefined;
    return at('scenes', scene, block?.id ?? null);
  }
  if (file === 'media/media.yaml') return at('pictures');
  if (file === 'course.yaml') return path[0] === 'outline' ? at('scenes') : at('course');
  return ['sources.yaml', 'glossary.yaml', 'slots.yaml'].includes(file) ? at('around') : at('ready');
}

function placeOfKey({ scenes }: CourseSource, key: string): EditPlace {
  const [first = '', block = ''] = key.split('.');
  const [, scene] = [...scenes].find(([id]) => id === first) ?? [];
  const around = first === 'terms' || first === 'slots';
  const part = scene === undefined ? (around ? 'around' : 'course') : 'scenes';
  const known = scene?.blocks.some(({ id }) => id === block) === true;
  return { part, scene: scene === undefined ? null : first, block: known ? block : null, text: null };
}

/** The element at a place: of a text its field, else that of a block. */
export function elementAt({ text, block }: EditPlace): string | null {
  if (text !== null) return textElement(text.language, text.key);
  return block === null ? null : `block-${block}`;
}

/** The id of the field of a text. */
export function textElement(language: string, key: string): string {
  return `text-${language}-${key}`;
}
