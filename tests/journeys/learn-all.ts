import { answerRound, builtCourse } from './answer-round.ts';
import type { Screen } from './screen.ts';

/** Takes the shortest way through the module, from its first page to its end. */
export async function learnAll(learner: Screen, where?: Parameters<typeof answerRound>[2]): Promise<void> {
  const goOn = async (heading: string): Promise<void> => {
    await learner.press(/^Go on/);
    await learner.seeHeading(heading);
  };
  await goOn('What would you do?');
  await goOn('Two people');
  await goOn('What trafficking is');
  await goOn('Signals, and what they are not');
  await goOn('Andrei at the desk');
  await learner.press(/I go to the back and call the police/);
  await learner.press(/^Go on/);
  await learner.seeHeading('Imani in the corridor');
  await learner.press('Skip this, nothing is lost');
  await learner.seeHeading('Your safe route');
  await goOn('Check yourself');
  await answerRound(learner, builtCourse('en'), where);
  await learner.press('Check');
  await learner.see('That is right. 5 of 5 are right.');
  await goOn('Take it with you');
  await learner.press(/^To the end/);
  await learner.seeHeading('You have done everything there is');
}
