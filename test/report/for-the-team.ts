import { createDisclosure } from '../../src/report/audience.ts';

const disclosure = createDisclosure();
disclosure.setAudience('team');

/** What may be shown to those who may see everything. */
export const forTheTeam = disclosure.view;
