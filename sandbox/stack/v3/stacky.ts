/** The greeting that answers without a token. */
export const stacky = [
  '   _______________',
  '  |  o         o  |',
  '  |     \\___/     |',
  '  |_______________|',
  '   /_/_/_/_/_/_/_/',
  '  /_/_/_/_/_/_/_/',
  '',
].join('\n');
