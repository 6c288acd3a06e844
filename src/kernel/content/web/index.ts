/** Draws texts of content. */
export { RichTextView } from './rich-text-view.tsx';
