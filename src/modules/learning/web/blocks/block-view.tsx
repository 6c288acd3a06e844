import type { ReleasedBlock } from '../../model/open/release/released-course.ts';
import type { BlockPlace } from './block-place.ts';
import { CheckBlock } from './check-block.tsx';
import { DialogueBlock } from './dialogue-block.tsx';
import { FigureBlock } from './figure-block.tsx';
import { ReflectionBlock } from './reflection-block.tsx';
import { SortBlock } from './sort-block.tsx';
import { TextBlock } from './text-block.tsx';

/** One block of a scene, by its type. */
export function BlockView({ block, place }: { readonly block: ReleasedBlock; readonly place: BlockPlace }) {
  switch (block.type) {
    case 'text':
      return <TextBlock block={block} place={place} />;
    case 'figure':
      return <FigureBlock block={block} place={place} />;
    case 'dialogue':
      return <DialogueBlock block={block} place={place} />;
    case 'sort':
      return <SortBlock block={block} place={place} />;
    case 'check':
      return <CheckBlock block={block} place={place} />;
    case 'reflection':
      return <ReflectionBlock block={block} place={place} />;
  }
}
