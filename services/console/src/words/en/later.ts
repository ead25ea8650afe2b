import type { later as ja } from '../ja/later.ts';
import { accessibility } from './accessibility.ts';
import { aftercare } from './aftercare.ts';
import { answers } from './answers.ts';
import { checklists } from './checklists.ts';
import { conferences } from './conferences.ts';
import { demo } from './demo.ts';
import { documents } from './documents.ts';
import { duty } from './duty.ts';
import { facilities } from './facilities.ts';
import { facts } from './facts.ts';
import { files } from './files.ts';
import { guardians } from './guardians.ts';
import { handoff } from './handoff.ts';
import { help } from './help.ts';
import { inbox } from './inbox.ts';
import { mail } from './mail.ts';
import { merges } from './merges.ts';
import { notes } from './notes.ts';
import { office } from './office.ts';
import { offline } from './offline.ts';
import { outside } from './outside.ts';
import { partners } from './partners.ts';
import { preparation } from './preparation.ts';
import { proof } from './proof.ts';
import { referrals } from './referrals.ts';
import { reports } from './reports.ts';
import { rules } from './rules.ts';
import { tasks } from './tasks.ts';
import { templates } from './templates.ts';
import { views } from './views.ts';
import { visits } from './visits.ts';
import { workspace } from './workspace.ts';

/** The same in English; a missing key does not compile. */
export const later: Readonly<Record<keyof typeof ja, string>> = {
  ...accessibility,
  ...aftercare,
  ...answers,
  ...checklists,
  ...conferences,
  ...demo,
  ...duty,
  ...documents,
  ...facilities,
  ...facts,
  ...files,
  ...guardians,
  ...handoff,
  ...help,
  ...inbox,
  ...mail,
  ...merges,
  ...notes,
  ...office,
  ...offline,
  ...outside,
  ...partners,
  ...preparation,
  ...proof,
  ...referrals,
  ...reports,
  ...rules,
  ...tasks,
  ...templates,
  ...views,
  ...visits,
  ...workspace,
};
