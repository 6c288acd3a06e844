/** Texts for whoever counts receipts of people who learned without a connection. */
export const receipts = {
  'learning.redeem.title': 'Count a receipt',
  'learning.redeem.lead':
    'Somebody who finished without a connection shows 20 signs at the end of the module. Type them, or scan the picture. It counts once, for the organisation whose code they gave.',
  'learning.redeem.code': 'The 20 signs of the receipt',
  'learning.redeem.now': 'Count it',
  'learning.redeem.busy': 'Counting',
  'learning.redeem.done':
    'Counted: somebody of {organisation} did “{title}” (version {version}), on {day} by the date of their device. It counts in this month. It fulfils no requirement by itself.',
  'learning.redeem.known':
    'It was counted already: the steps of this run have arrived by themselves. Somebody of {organisation} did “{title}” (version {version}), on {day} by the date of their device.',
  'learning.refused.ReceiptUnreadable':
    'This is no receipt: it has 20 letters and figures, in four groups of five. Nothing was counted.',
  'learning.refused.ReceiptUnknown':
    'No receipt of this installation has this number. Look at the first 8 signs; it may come from elsewhere, or the learner has taken everything back. Nothing was counted.',
  'learning.refused.ReceiptAltered':
    'The signs do not belong together: one is mistyped, or the receipt was changed. Nothing was counted.',
  'learning.refused.ReceiptInFuture':
    'The day on this receipt has not come yet: the date of the device is wrong. Once it is set right, the last page of the module shows another receipt. Nothing was counted.',
  'learning.refused.ReceiptRedeemed': 'This receipt was counted before. It counts once; nothing was added.',
} as const;
