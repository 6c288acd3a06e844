/** Server side of events: who publishes gets a function, who listens is named at the composition root. */
export { createEvents, type Events, type Subscriber } from './create-events.ts';
