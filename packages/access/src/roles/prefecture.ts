import type { Role } from '../role.ts';

/** 県: counts only, cells under five suppressed. */
export const prefecture: Role = { id: 'prefecture', sees: {}, sends: {} };
