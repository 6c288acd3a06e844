/** Web door of content: drawing a text. */
export { RichTextView, type MarkDrawings } from './rich-text-view.tsx';
