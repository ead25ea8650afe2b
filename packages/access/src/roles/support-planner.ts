import type { Role } from '../role.ts';
import { publicHealthNurse } from './public-health-nurse.ts';

/** 相談支援専門員: plans the welfare services, with the rights of the town's own people. */
export const supportPlanner: Role = { ...publicHealthNurse, id: 'supportPlanner' };
