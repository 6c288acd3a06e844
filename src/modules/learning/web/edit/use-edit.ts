import { createContext, use } from 'react';
import type { CourseEdit, EditRefusal } from '../../model/open/edit/course-edit.ts';
import { useSitting } from './sitting.ts';

/** Who is told why a step was not done. */
export const RefusedStep = createContext<(refused: EditRefusal['type'] | null) => void>(() => undefined);

/** Does a step; why it was not done is told on the page. */
export function useEdit(): (edit: CourseEdit) => boolean {
  const { edit } = useSitting();
  const tell = use(RefusedStep);
  return (step) => {
    const refused = edit(step);
    tell(refused);
    return refused === null;
  };
}
