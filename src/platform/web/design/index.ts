/** Colours, type, space and shape of the workspace; importing it loads the sheets and the font. */
import '@fontsource-variable/source-sans-3/wght.css';
import './tokens.css';
import './reset.css';

export { applyTheme, keptTheme, type Theme } from './theme.ts';
