import type { ReleasedBlock } from '../../model/open/release/released-block.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { BlockPlace } from './block-place.ts';
import { CheckBlock } from './check-block.tsx';
import { DecisionBlock } from './decision-block.tsx';
import { DialogueBlock } from './dialogue-block.tsx';
import { FigureBlock } from './figure-block.tsx';
import { HelpBlock } from './help-block.tsx';
import { HotspotBlock } from './hotspot-block.tsx';
import { ReflectionBlock } from './reflection-block.tsx';
import { SlotBlock } from './slot-block.tsx';
import { SortBlock } from './sort-block.tsx';
import { SpottingBlock } from './spotting-block.tsx';
import { TakeawayBlock } from './takeaway-block.tsx';
import { TermBlock } from './term-block.tsx';
import { TextBlock } from './text-block.tsx';
import { VignetteBlock } from './vignette-block.tsx';

/** One block of a scene, by its type. */
export function BlockView({
  course,
  block,
  place,
}: {
  readonly course: ReleasedCourse;
  readonly block: ReleasedBlock;
  readonly place: BlockPlace;
}) {
  switch (block.type) {
    case 'text':
      return <TextBlock block={block} />;
    case 'figure':
      return <FigureBlock block={block} />;
    case 'dialogue':
      return <DialogueBlock block={block} place={place} />;
    case 'decision':
      return <DecisionBlock block={block} place={place} />;
    case 'hotspot':
      return <HotspotBlock block={block} place={place} />;
    case 'sort':
      return <SortBlock block={block} place={place} />;
    case 'check':
      return <CheckBlock block={block} place={place} />;
    case 'spotting':
      return <SpottingBlock block={block} place={place} />;
    case 'vignette':
      return <VignetteBlock block={block} place={place} />;
    case 'reflection':
      return <ReflectionBlock block={block} />;
    case 'help':
      return <HelpBlock block={block} course={course} />;
    case 'slot':
      return <SlotBlock block={block} course={course} />;
    case 'term':
      return <TermBlock block={block} course={course} />;
    case 'takeaway':
      return <TakeawayBlock block={block} />;
  }
}
