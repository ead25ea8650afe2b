export const checkStates = ['notBegun', 'underWay', 'checkDone', 'notApplicable'] as const;
export type CheckState = (typeof checkStates)[number];
