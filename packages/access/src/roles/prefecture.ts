import type { Role } from '../role.ts';

/** 県: how many cases there are, cells under five hidden; no case, no child. */
export const prefecture: Role = { id: 'prefecture', sees: {}, sends: {}, mayCount: true };
