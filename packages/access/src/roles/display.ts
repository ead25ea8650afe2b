import type { Role } from '../role.ts';

/**
 * 壁面ディスプレイ: case number, stage and due date by the way of a screen of its organisation (`project-wall-card.ts`); no
 * board over HTTP, no case, no command.
 */
export const display: Role = { id: 'display', sees: {}, sends: {} };
