/** Texts about learning systems that send what people learned. */
export const sources = {
  'learning.system.title': 'Connect a learning system',
  'learning.system.lead':
    'A learning system of this organisation can say what people learned there (xAPI). Nobody is named: whoever stands in what it sends becomes a code before anything is kept. It is not counted among your figures yet.',
  'learning.system.name': 'Name of the system',
  'learning.system.nameHint': 'as you know it, for instance Moodle',
  'learning.system.connect': 'Make a key',
  'learning.system.once': 'Give these three to whoever runs the system. The secret is shown this once.',
  'learning.system.address': 'Address (for xAPI 1.0.3 with /1.0.3 behind it)',
  'learning.system.key': 'Key',
  'learning.system.secret': 'Secret',
  'learning.system.until': '{key}, until {day}',
  'learning.system.end': 'End',
  'learning.system.endOne': 'End the key of {name}',
  'learning.system.endYes': 'Yes, end the key of {name}',
  'learning.system.stepUp':
    'You make or end a key with which a learning system of {organisation} sends what people learned.',
  'learning.refused.SystemNameMissing': 'Give the system a name.',
} as const;
