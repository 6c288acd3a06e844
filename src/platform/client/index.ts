/** The way from a device to the server, the same in browser, tests and the practice world. */
export { createApi, type Api, type ApiRefusal, type Fetch } from './create-api.ts';
