import { readFileSync } from 'node:fs';
import { packageFile } from './paths.ts';

// Ours, and npm itself demands the field.
const { version: ours } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

/** The program's version, as its package.json says. */
export const version = ours;
