import type { Role } from '../role.ts';

/** 壁面ディスプレイ: case number, stage and due date. */
export const display: Role = {
  id: 'display',
  sees: {},
  sends: {},
};
