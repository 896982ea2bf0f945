/** The ways in which a person ends a hold. */
export const resolutionNames = ['source', 'site', 'recreate', 'forget', 'skip'] as const;
export type ResolutionName = (typeof resolutionNames)[number];
