import type { Catalogue } from '../words.ts';
import { board } from './board.ts';
import { casework } from './casework.ts';
import { codes } from './codes.ts';
import { demo } from './demo.ts';
import { facts } from './facts.ts';
import { files } from './files.ts';
import { guardians } from './guardians.ts';
import { handoff } from './handoff.ts';
import { merges } from './merges.ts';
import { office } from './office.ts';
import { partners } from './partners.ts';
import { referrals } from './referrals.ts';
import { reports } from './reports.ts';
import { shell } from './shell.ts';
import { tasks } from './tasks.ts';

/** The same in English; a missing key does not compile. */
export const en: Catalogue = {
  ...shell,
  ...board,
  ...casework,
  ...office,
  ...codes,
  ...facts,
  ...files,
  ...partners,
  ...demo,
  ...guardians,
  ...handoff,
  ...merges,
  ...referrals,
  ...reports,
  ...tasks,
};
