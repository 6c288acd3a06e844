/** Server side of learning: for whom people learn, how far they are, how many there are. */
export { learningServer } from './learning-server.ts';
