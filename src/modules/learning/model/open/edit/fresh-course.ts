import { writeYaml } from './write-yaml.ts';

/** What somebody says who begins a course from nothing. */
export interface CourseWish {
  /** What its folder is called. */
  readonly shortName: string;
  readonly title: string;
  /** The language it is written in first. */
  readonly language: string;
  readonly by: string;
}

/**
 * The files of a course that has a title and one scene with one text, and is done when that is seen. Everything else is to be written, and
 * the check says what. It carries the licence of our own courses until its author says otherwise.
 */
export function freshCourse({ shortName, title, language, by }: CourseWish): ReadonlyMap<string, string> {
  const files: Readonly<Record<string, unknown>> = {
    'course.yaml': {
      ...{ id: shortName, version: '0.1.0', licence: 'CC-BY-SA-4.0', credit: [by] },
      ...{ languages: { source: language, others: [] }, budget: 5, audience: [], objectives: [] },
      ...{ outline: ['start'], rule: [{ seen: 'start' }] },
    },
    'scenes/01-start.yaml': { minutes: 2, objectives: [], required: true, blocks: [{ id: 'opening', type: 'text' }] },
    [`text/${language}.yaml`]: { title },
    'review.yaml': { signed: [], changes: {}, retake: {} },
  };
  return new Map(Object.entries(files).map(([path, value]) => [path, writeYaml(null, value)]));
}
