import type { Role } from '../role.ts';

/** 組織管理者: people, roles and organisations; no child by that role alone. */
export const admin: Role = { id: 'admin', sees: {}, sends: {}, mayAdminister: true };
