import { writeYaml } from '../../model/open/edit/write-yaml.ts';
import { courseNameIn } from '../../model/open/edit/course-name-in.ts';
import { folderCaps } from '../../model/open/folder/course-folder.ts';
import type { CartridgeFacts } from './cartridge-facts.ts';
import type { Question } from './read-quiz.ts';

/** A page or a quiz of a cartridge, once it was read. */
export interface CartridgePart {
  readonly title: string;
  readonly parts: readonly string[];
  readonly questions: readonly Question[];
}

/** The files of a course that was made of a cartridge, and the parts for which there was no room. */
export interface CartridgeCourse {
  readonly files: ReadonlyMap<string, string>;
  readonly left: readonly string[];
}

/** Words of a scene of six minutes, by 180 a minute (learning design, 2.4). */
const sceneWords = 1_080;
/** Names of scenes in a folder begin with two figures; some are left for the author. */
const mostScenes = 90;

/**
 * The files of a draft: a scene for each page and each quiz, cut where it would be longer than six minutes, and done when all are seen. Nobody has
 * signed it; licence and credit are what the cartridge says of itself. `left`: names of what was not taken, to stand in the folder too.
 */
export function cartridgeCourse(
  { title, language, licence, credit }: CartridgeFacts,
  given: readonly CartridgePart[],
  left: readonly string[],
): CartridgeCourse {
  const { scenes, texts, noRoom } = placeScenes(given);
  if (scenes.length === 0) return { files: new Map(), left: noRoom };
  const course = {
    ...{ id: courseNameIn(title) || 'course', version: '0.1.0', licence, credit },
    ...{ languages: { source: language, others: [] } },
    budget: Math.min(
      600,
      scenes.reduce((sum, { minutes }) => sum + minutes, 0),
    ),
    ...{ audience: [], objectives: [], outline: scenes.map(({ id }) => id) },
    rule: scenes.map(({ id }) => ({ seen: id })),
  };
  const files = new Map([
    ['course.yaml', noteLeft([...left, ...noRoom]) + writeYaml(null, course)],
    [`text/${language}.yaml`, writeYaml(null, { title, ...texts })],
    ['review.yaml', writeYaml(null, { signed: [], changes: {}, retake: {} })],
    ...scenes.map(({ file, minutes, blocks }): [string, string] => [
      file,
      writeYaml(null, { minutes, objectives: [], required: true, blocks }),
    ]),
  ]);
  return { files, left: noRoom };
}

interface PlacedScene {
  readonly id: string;
  readonly file: string;
  readonly minutes: number;
  readonly blocks: readonly unknown[];
}

/** Scenes with their texts, as many as a folder has room for, and the titles of the others. */
function placeScenes(given: readonly CartridgePart[]) {
  const scenes: PlacedScene[] = [];
  const texts: Record<string, string> = {};
  const noRoom: string[] = [];
  const names = new Set<string>();
  let size = 0;
  for (const part of given.flatMap(inScenes)) {
    const bytes = Buffer.byteLength(JSON.stringify(part));
    if (scenes.length >= mostScenes || size + bytes > folderCaps.file * 0.8) {
      noRoom.push(part.title);
      continue;
    }
    size += bytes;
    const id = freshName(part.title, names);
    names.add(id);
    const { blocks, said } = blocksOf(part);
    texts[`${id}.title`] = part.title;
    for (const [key, text] of Object.entries(said)) texts[`${id}.${key}`] = text;
    const at = String(scenes.length + 1).padStart(2, '0');
    const minutes = Math.max(1, Math.round((wordsOf(part) / 180 + part.questions.length / 3) * 2) / 2);
    scenes.push({ id, file: `scenes/${at}-${id}.yaml`, minutes: Math.min(15, minutes), blocks });
  }
  return { scenes, texts, noRoom };
}

/** At the head of the folder, so that whoever goes on with it knows. */
function noteLeft(left: readonly string[]): string {
  return left.length === 0
    ? ''
    : `# Not taken over from the cartridge:\n${left.map((name) => `# - ${name}\n`).join('')}\n`;
}

function wordsOf({ parts, questions }: CartridgePart): number {
  const said = [...parts, ...questions.flatMap(({ prompt, options }) => [prompt, ...options.map(({ text }) => text)])];
  return said.join(' ').split(/\s+/u).length;
}

/** A long page in scenes that can be left in between; its questions come with the last. */
function inScenes(part: CartridgePart): readonly CartridgePart[] {
  const groups: string[][] = [[]];
  let words = 0;
  for (const text of part.parts) {
    const long = text.split(/\s+/u).length;
    if (words > 0 && words + long > sceneWords) {
      groups.push([]);
      words = 0;
    }
    groups.at(-1)?.push(text);
    words += long;
  }
  return groups.map((parts, at) => ({
    title: at === 0 ? part.title : `${part.title} (${String(at + 1)})`,
    parts,
    questions: at === groups.length - 1 ? part.questions : [],
  }));
}

function freshName(title: string, taken: ReadonlySet<string>): string {
  const name = courseNameIn(title).slice(0, 40).replace(/-+$/, '') || 'scene';
  for (let at = 1; ; at += 1) {
    const wanted = at === 1 ? name : `${name}-${String(at)}`;
    if (!taken.has(wanted)) return wanted;
  }
}

function blocksOf({ parts, questions }: CartridgePart) {
  const said: Record<string, string> = {};
  const blocks: unknown[] = parts.map((text, at) => {
    const id = `t${String(at + 1)}`;
    said[`${id}.body`] = text;
    return { id, type: 'text' };
  });
  for (const [at, { kind, prompt, options }] of questions.entries()) {
    const id = `q${String(at + 1)}`;
    said[`${id}.prompt`] = prompt;
    const named = options.map((option, place) => ({ ...option, id: `o${String(place + 1)}` }));
    for (const { id: option, text, why } of named) {
      said[`${id}.options.${option}.text`] = text;
      if (why !== '') said[`${id}.options.${option}.why`] = why;
    }
    blocks.push({
      id,
      type: 'check',
      kind,
      options: named.map((one) => (one.right ? { id: one.id, right: true } : { id: one.id })),
    });
  }
  return { blocks, said };
}
