import type { Role } from '../role.ts';

/** 壁面ディスプレイ: case number, stage and due date, by a route of its own; no board, no case, no command. */
export const display: Role = { id: 'display', sees: {}, sends: {} };
