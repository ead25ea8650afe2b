import { z } from 'zod';
import { handoffSection } from '../../handoff/sections.ts';
import { areaStates, visitAreas, visitSides } from './visit-area-list.ts';

export const visitSide = z.enum(visitSides);
export const visitArea = z.enum(visitAreas);

export const seenArea = z.strictObject({ id: visitArea, areaState: z.enum(areaStates) });

/** Sections of the handoff, each once. */
export const missingSections = z.array(handoffSection).max(9);
