import type { ReleasedBlock } from '../../model/open/release/released-block.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { BlockProgress } from './block-progress.ts';
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

export function BlockView({
  course,
  block,
  progress,
}: {
  readonly course: ReleasedCourse;
  readonly block: ReleasedBlock;
  readonly progress: BlockProgress;
}) {
  switch (block.type) {
    case 'text':
      return <TextBlock block={block} />;
    case 'figure':
      return <FigureBlock block={block} />;
    case 'dialogue':
      return <DialogueBlock block={block} progress={progress} />;
    case 'decision':
      return <DecisionBlock block={block} progress={progress} />;
    case 'hotspot':
      return <HotspotBlock block={block} progress={progress} />;
    case 'sort':
      return <SortBlock block={block} progress={progress} />;
    case 'check':
      return <CheckBlock block={block} progress={progress} />;
    case 'spotting':
      return <SpottingBlock block={block} progress={progress} />;
    case 'vignette':
      return <VignetteBlock block={block} progress={progress} />;
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
