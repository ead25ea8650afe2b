import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { processBirth } from './running-process.ts';

const note = z.object({ pid: z.int(), birth: z.string(), url: z.url() });

/** Beside the database of a data folder, and gone with it. */
const addressFile = (dataDir: string): string => join(dataDir, 'postgres/address.json');

/**
 * Says where this process is reached, for commands beside it, whose PORT may be another.
 *
 * @returns takes it back; a later program's word stays
 */
export function noteAddress(dataDir: string, url: string): () => void {
  const said = JSON.stringify({ pid: process.pid, birth: processBirth(process.pid) ?? '', url });
  writeFileSync(addressFile(dataDir), said);
  return () => {
    if (textIn(dataDir) === said) rmSync(addressFile(dataDir), { force: true });
  };
}

/** Where the program that runs on this folder is reached; null when none runs, or one that was killed left its word. */
export function runningAddress(dataDir: string): string | null {
  const said = note.safeParse(parsed(textIn(dataDir))).data;
  return said && processBirth(said.pid) === said.birth ? said.url : null;
}

function textIn(dataDir: string): string {
  try {
    return readFileSync(addressFile(dataDir), 'utf8');
  } catch {
    return '';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
