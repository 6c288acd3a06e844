/** Settings of an installation, parsed once. */
export { readConfig, type Config, type ConfigRefusal } from './read-config.ts';
