import type { Role } from '../role.ts';

/** 県: counts only. */
export const prefecture: Role = {
  id: 'prefecture',
  sees: {},
  sends: {},
};
