/** Words of the mails, and of the card in which a person asks for them. */
export const en = {
  'notices.mail.subject': 'There is something for you in Baken',
  'notices.mail.text': 'There is something for you in Baken.',
  'notices.code.subject': 'Your code for Baken',
  'notices.code.text':
    'The code is {code}. Type it in Baken, under “Your account”, within an hour. If you did not ask for it, leave this mail: nothing happens.',
  'notices.card.title': 'Mail that something waits',
  'notices.card.lead':
    'One mail a day at most, and at once when something is urgent, up to three times. It says “There is something for you in Baken” and gives the address of the start page. It never says what, about whom, or how much.',
  'notices.card.none': 'This installation sends no mail. What is new stands under “For you”.',
  'notices.card.careful':
    'A mail address tells who you are. Use one that does not show your name. It is kept sealed on the server, is used for nothing else, and is deleted at once when you stop.',
  'notices.card.address': 'Mail address',
  'notices.card.addressHint': 'For example heron47@mail.example',
  'notices.card.nameShows': 'This address seems to show your name. You can use it, but another one is safer.',
  'notices.card.hour': 'Time of the daily mail',
  'notices.card.send': 'Send me a code',
  'notices.card.codeLead': 'A code is on its way to {address}. It is good for an hour.',
  'notices.card.code': 'Code from the mail',
  'notices.card.codeHint': 'Six figures',
  'notices.card.confirm': 'Switch mail on',
  'notices.card.again': 'Use another address',
  'notices.card.on': 'Mail goes to {address}, daily at {hour}.',
  'notices.card.stop': 'Stop and delete the address',
  'notices.card.changeHour': 'Save the time',
  'notices.card.saved': 'Saved.',
  'notices.card.problem.AddressRefused': 'The mail server does not know this address. Check it or use another one.',
  'notices.card.problem.other': 'The last mail could not be sent yet. Baken tries again by itself.',
  'notices.refused.BodyInvalid': 'Check the address: it looks like name@place.example',
  'notices.refused.CodeInvalid': 'The code has six figures.',
  'notices.refused.CodeWrong': 'That is not the code. After five wrong tries you need a new one.',
  'notices.refused.CodeOver': 'This code can no longer be used. Ask for a new one.',
  'notices.refused.TooManyTries': 'Too often in a short time. Wait an hour, then try again.',
  'notices.refused.MailNotSetUp': 'This installation sends no mail.',
  'notices.refused.NotPermitted': 'You may not do this. Ask a coordinator if you think you should.',
  'notices.refused.TooLarge': 'This is too large to send. Make it shorter or smaller, then try again.',
  'notices.refused.CrossSite':
    'The browser did not send this from Baken’s own page. Load the page again and try once more.',
  'notices.refused.StorageFull':
    'There is no room left on the server. Nothing was saved; what you typed is still here. Tell whoever runs Baken.',
  'notices.refused.Interrupted':
    'The server was interrupted, so nobody knows whether this was saved. Look in a moment, and try again if it is not there.',
  'notices.refused.Defect':
    'The server has trouble. It was noted for whoever runs Baken. Nothing was saved; try again in a moment.',
  'notices.refused.SignInNeeded': 'You are no longer signed in. Unlock Baken again, then go on.',
  'notices.refused.StepUpNeeded': 'Confirm first that it is you.',
  'notices.refused.NotFound': 'This is not here. Load the page again.',
  'notices.refused.other': 'That did not work. Try again.',
} as const;
