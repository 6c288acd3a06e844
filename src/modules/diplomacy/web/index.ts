/** Web door of diplomacy: the page on which a table is checked before it leaves. */
export { CheckTableScreen } from './check/check-table-screen.tsx';
