/** Texts for whoever counts receipts of people who learned without a connection. */
export const receipts = {
  'learning.redeem.title': 'Count a receipt',
  'learning.redeem.lead':
    'Somebody who finished without a connection, or in a package that no learning system keeps, shows 20 signs at the end of the module. Type them, or scan the picture. It counts once, for the organisation whose code they gave or for which the package was made.',
  'learning.redeem.code': 'The 20 signs of the receipt',
  'learning.redeem.now': 'Count it',
  'learning.redeem.busy': 'Counting',
  'learning.redeem.done':
    'Counted: somebody of {organisation} did “{title}” (version {version}), on {day} by the date of their device. It counts in this month. It fulfils no requirement by itself.',
  'learning.redeem.known':
    'It was counted already: the steps of this run have arrived by themselves. Somebody of {organisation} did “{title}” (version {version}), on {day} by the date of their device.',
  'learning.redeem.packaged':
    'Counted by its receipt: somebody of {organisation} did “{title}” (version {version}) in a package, on {day} by the date of their device. It counts in this month, under receipts of packages. It fulfils no requirement by itself.',
  'learning.vouch.lead':
    'If a colleague showed you this receipt and you take their word that they did it themselves, record it as their training. It stands there with your name, on the day of the receipt, and can be withdrawn.',
  'learning.vouch.whose': 'Whose receipt it is',
  'learning.vouch.nobody': 'Nobody’s that I know',
  'learning.vouch.record': 'Record it as their training',
  'learning.vouch.done': 'Recorded. It stands with their training now, where it can be withdrawn.',
  'learning.refused.ExportRevoked':
    'Receipts of this package are taken no more: somebody of this programme ended them. Nothing was counted.',
  'learning.refused.ReceiptUncounted': 'This receipt is not counted yet. Count it first.',
  'learning.refused.ReceiptVouched':
    'This receipt is recorded as somebody’s training already. Withdraw that first, if it is another’s.',
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
