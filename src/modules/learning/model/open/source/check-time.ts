import { wordsOf } from '#kernel/content';
import type { BlockSource, BlockSourceOf } from './block-source.ts';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';
import { decisionWays, type DecisionWay } from './decision-ways.ts';
import { parsedTexts } from './parsed-texts.ts';
import type { PartId } from './part-id.ts';
import { blockKeys, vignetteItems } from './text-keys.ts';

/** Words that are read in a minute, in every language so far; what a picture says in words behind a button is left out. */
const wordsPerMinute = 180;
/** A scene, and the whole, may be so much shorter or longer than it says. */
const tolerance = { scene: 0.2, course: 0.1 };

/** Time: the course and each scene take about the minutes they state, in every language (learning design, 2.4, 4). */
export function checkTime(source: CourseSource): readonly CourseFinding[] {
  const { course, scenes } = source;
  return [...source.texts.keys()].flatMap((language) => {
    const off = (about: number, stated: number, share: number): string | null =>
      Math.abs(about - stated) <= stated * share
        ? null
        : `in ${language} it takes about ${about.toFixed(1)} minutes, and ${String(stated)} are stated`;
    const ofScenes = course.outline.flatMap((id): readonly CourseFinding[] => {
      const scene = scenes.get(id);
      const text = scene ? off(sceneMinutes(source, id, language), scene.minutes, tolerance.scene) : null;
      const about = `${language}, ${sceneMinutes(source, id, language).toFixed(1)}`;
      return scene && text !== null ? [{ code: 'minutes-off', file: scene.file, path: ['minutes'], text, about }] : [];
    });
    const whole = course.outline.reduce((sum, id) => sum + sceneMinutes(source, id, language), 0);
    const text = off(whole, course.budget, tolerance.course);
    return text === null
      ? ofScenes
      : [
          ...ofScenes,
          {
            code: 'minutes-off',
            file: 'course.yaml',
            path: ['budget'],
            text,
            about: `${language}, ${whole.toFixed(1)}`,
          },
        ];
  });
}

/**
 * Minutes of who reads a scene and answers each task once: of two forms the longer one, of a bank an average round, of a decision
 * the middle between its shortest and its longest way.
 */
export function sceneMinutes(source: CourseSource, id: PartId, language: string): number {
  const { course, scenes, texts } = source;
  const words = texts.get(language) ?? {};
  const read = (key: string): number => countWords(words, key) / wordsPerMinute;
  const blocks = scenes.get(id)?.blocks ?? [];
  const minutes = blocks.map((block) => ({ block, time: blockMinutes(source, id, block, read) }));
  const sum = (of: (block: BlockSource) => boolean): number =>
    minutes.reduce((total, { block, time }) => (of(block) ? total + time : total), 0);
  const formOf = (block: BlockSource): string | null =>
    block.type === 'vignette' ? (vignetteItems(source, block)?.form ?? null) : null;
  const banks = Map.groupBy(minutes, ({ block }) => (block.type === 'check' ? (block.bank ?? '') : ''));
  banks.delete('');
  const rounds = [...banks.values()].reduce((total, items) => {
    const drawn = new Set(items.flatMap(({ block }) => block.objectives?.slice(0, 1) ?? [])).size;
    return total + (items.reduce((all, { time }) => all + time, 0) / items.length) * drawn;
  }, 0);
  // Whoever begins also says where they work.
  const choice = course.outline[0] === id && course.audience.length > 0 ? 15 / 60 : 0;
  const plain = sum((block) => formOf(block) === null && !(block.type === 'check' && block.bank !== undefined));
  const forms = ['A', 'B'].map((form) => sum((block) => formOf(block) === form));
  return read(`${id}.title`) + choice + plain + Math.max(...forms) + rounds;
}

function blockMinutes(source: CourseSource, scene: string, block: BlockSource, read: (key: string) => number): number {
  const at = (field: string): number => read(`${scene}.${block.id}.${field}`);
  if (block.type === 'decision') return decisionMinutes(block, at);
  // Twenty seconds are for a story and the answer to it; pages to take along are for later.
  const readBefore = block.type === 'vignette' && block.phase === 'before' ? ['.text'] : [];
  const left = ['.alt', '.long', ...readBefore];
  const keys = block.type === 'takeaway' ? [] : blockKeys(source, scene, block);
  const reading = keys.filter(({ key }) => left.every((end) => !key.endsWith(end)));
  return reading.reduce((sum, { key }) => sum + read(key), 0) + secondsOf(source, block) / 60;
}

/** Seconds of thought that a block asks for, beside the reading. */
function secondsOf(source: CourseSource, block: BlockSource): number {
  switch (block.type) {
    case 'hotspot':
      return 6 * block.spots.length;
    case 'sort':
      return 6 * block.cards.length;
    case 'spotting':
      return 6 * block.items.length;
    case 'vignette':
      return 20 * (vignetteItems(source, block)?.items.length ?? 0);
    case 'check':
      return 20;
    case 'reflection':
      return 45;
    default:
      return 0;
  }
}

function decisionMinutes(block: BlockSourceOf<'decision'>, at: (field: string) => number): number {
  const { ways } = decisionWays(block);
  const along = ({ steps, ending }: DecisionWay): number => {
    const told = steps.map(({ node }) => {
      const choices = block.nodes.find(({ id }) => id === node)?.choices ?? [];
      return at(`nodes.${node}`) + choices.reduce((sum, { id }) => sum + at(`choices.${node}.${id}`), 15 / 60);
    });
    return told.reduce((sum, one) => sum + one, at(`endings.${ending}.consequence`) + at(`endings.${ending}.why`));
  };
  const times = ways.map(along);
  return times.length === 0 ? 0 : at('intro') + (Math.min(...times) + Math.max(...times)) / 2;
}

function countWords(words: Readonly<Record<string, string>>, key: string): number {
  const parsed = parsedTexts(words).get(key);
  return parsed?.ok === true ? wordsOf(parsed.value).split(' ').filter(Boolean).length : 0;
}
