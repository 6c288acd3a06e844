/** Parts of the screen without domain words. Every text comes from whoever uses them. */
export { Button, lookOf, type ButtonKind } from './button.tsx';
export { Card, Lit, StopBlock } from './card.tsx';
export { Bars, ProgressBar, WeekBars, type Bar } from './bars.tsx';
export { Check, Checks, Choice } from './choice.tsx';
export { DateField } from './date-field.tsx';
export { fromTypedDate, noDate, toTypedDate, type TypedDate } from './typed-date.ts';
export { Dialog, EmptyState, ErrorSummary, Notice, Skeleton, Stack, Toast } from './notice.tsx';
export { Field, Select, TextArea } from './field.tsx';
export {
  Breadcrumbs,
  CalendarLeaf,
  Chip,
  Columns,
  Disclosure,
  Page,
  PersonChip,
  Rows,
  SealedText,
  Tabs,
  Timeline,
} from './page.tsx';
export { drawQr } from './draw-qr.ts';
export { QrPicture } from './qr-picture.tsx';
export { RowList } from './row-list.tsx';
export { TakesFocus } from './takes-focus.tsx';
export { StateMark, type StateKind } from './state-mark.tsx';
