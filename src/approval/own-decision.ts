import type { Decision } from './decision.ts';

/** Where nothing tells who decides: whoever runs the command does, about what there is now. */
export const ownDecision: Decision = {
  by: null,
  async requireCurrent() {},
  answered: (work) => work(),
  requests: { total: 0, writes: 0 },
  async [Symbol.asyncDispose]() {},
};
