import {
  moveOns,
  type CourseStructure,
  type LangTexts,
  type LaunchNode,
  type LaunchUnit,
} from '../../model/open/launch/course-structure.ts';
import { childOf, childrenOf, type XmlElement } from './read-xml.ts';

/** What a cmi5 course structure says, read from a file that `inspectCmi5` found nothing wrong with. */
export function readCmi5Structure(root: XmlElement): CourseStructure {
  const course = childOf(root, 'course');
  return {
    kind: 'block',
    publisher: course?.attributes.get('id') ?? '',
    title: textsOf(course, 'title'),
    description: textsOf(course, 'description'),
    children: nodesOf(root),
  };
}

/** The title of a course, in a language where it has it, else in its first. */
export function titleOf(title: LangTexts, language: string | null): string {
  return (language === null ? undefined : title[language]) ?? Object.values(title)[0] ?? '';
}

function nodesOf(element: XmlElement): readonly LaunchNode[] {
  return element.children.flatMap((child): readonly LaunchNode[] => {
    if (child.name === 'au') return [unitOf(child)];
    if (child.name !== 'block') return [];
    const { attributes } = child;
    return [
      {
        kind: 'block',
        publisher: attributes.get('id') ?? '',
        title: textsOf(child, 'title'),
        description: textsOf(child, 'description'),
        children: nodesOf(child),
      },
    ];
  });
}

function unitOf(element: XmlElement): LaunchUnit {
  const { attributes } = element;
  const score = attributes.get('masteryScore');
  return {
    kind: 'unit',
    publisher: attributes.get('id') ?? '',
    title: textsOf(element, 'title'),
    description: textsOf(element, 'description'),
    activityType: attributes.get('activityType') ?? null,
    url: childOf(element, 'url')?.text ?? '',
    // Without the attribute nothing is asked of the learner (cmi5, 13.1.4).
    moveOn: moveOns.find((one) => one === attributes.get('moveOn')) ?? 'NotApplicable',
    masteryScore: score === undefined ? null : Number(score),
    launchMethod: attributes.get('launchMethod') === 'OwnWindow' ? 'OwnWindow' : 'AnyWindow',
    launchParameters: childOf(element, 'launchParameters')?.text ?? null,
    entitlementKey: childOf(element, 'entitlementKey')?.text ?? null,
  };
}

function textsOf(element: XmlElement | undefined, name: string): LangTexts {
  const texts = childrenOf(childOf(element, name), 'langstring');
  return Object.fromEntries(
    texts.map(({ attributes, text }) => [attributes.get('lang') ?? 'und', text.replaceAll(/\s+/g, ' ')]),
  );
}
