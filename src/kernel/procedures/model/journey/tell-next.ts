import type { NextStep, Requirement } from '../answer.ts';
import { say, textsOf } from '../say.ts';
import { sourcesOf } from './index-of.ts';
import { guardStates, holds, isHeld, isOpen, openRoutes } from './holds.ts';
import type { PackIndex, View } from './view.ts';

/** The steps that a person or an authority can take in the ordinary course, open or not, with what each asks. */
export function tellNext(view: View): readonly NextStep[] {
  return view.packs.flatMap((index) =>
    index.pack.next.flatMap((rule): readonly NextStep[] => {
      const stage = view.stage(rule.track)?.stage;
      if (stage === undefined || (rule.in !== 'any' && !rule.in.includes(stage))) return [];
      if (rule.when !== undefined && !holds(view, rule.when, { index })) return [];
      const guards = guardStates(view, rule.guards, { index });
      return [
        {
          by: rule.by,
          to: rule.to,
          ...(rule.route === undefined ? {} : { route: rule.route }),
          open: isOpen(guards),
          guards,
          sources: sourcesOf(index.pack, rule),
          confidence: rule.confidence,
        },
      ];
    }),
  );
}

/** The documents of each open step, of the stage one is in, and of what is always listed in a stage. */
export function tellDocuments(
  view: View,
  tracks: readonly { readonly index: PackIndex; readonly rule: { readonly id: string } }[],
  next: readonly NextStep[],
): readonly Requirement[] {
  return view.packs.flatMap((index) => {
    const wanted = new Set(next.flatMap(({ open, to }) => (open && to !== null ? [to] : [])));
    for (const track of tracks) {
      const stage = track.index === index ? view.stage(track.rule.id)?.stage : undefined;
      if (stage === undefined) continue;
      wanted.add(stage);
      for (const also of index.pack.listedIn[stage] ?? []) wanted.add(also);
    }
    const routes = new Set(openRoutes(view, index));
    return index.pack.documents
      .filter((rule) => wanted.has(rule.for) && (rule.route === undefined || routes.has(rule.route)))
      .map((rule): Requirement => ({
        id: rule.id,
        for: rule.for,
        ...(rule.route === undefined ? {} : { route: rule.route }),
        ...(rule.oneOf === undefined ? {} : { oneOf: rule.oneOf }),
        state: isHeld(view, index, rule.id) ? 'held' : 'needed',
        why: say(textsOf(index.pack, view.language), `why.${rule.id}`),
        sources: sourcesOf(index.pack, rule),
        confidence: rule.confidence,
      }));
  });
}
