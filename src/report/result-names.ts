/** What can have become of an approved step, in the order in which people are told. */
export const resultNames = [
  'created',
  'updated',
  'merged',
  'adopted',
  'unchanged',
  'held',
  'refused',
  'failed',
] as const;
