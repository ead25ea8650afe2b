import { z } from 'zod';
import { checkSections } from '../checklists/templates.ts';
import { itemId } from '../vocabulary.ts';

/** As what somebody makes an exception. */
export const waiverRoles = ['headNurse', 'doctor'] as const;
export type WaiverRole = (typeof waiverRoles)[number];

/** Who may make an exception where nothing is said: either of the two. `both`: it takes the two of them, as safety does. */
export const waiverApprovers = [...waiverRoles, 'both'] as const;
export type WaiverApprovers = (typeof waiverApprovers)[number];

const checks = z.strictObject({
  added: z
    .array(z.strictObject({ id: itemId, section: z.enum(checkSections), templates: z.array(itemId) }))
    .optional()
    .describe('things to check beside those of the program, by id; their words stand in the rule set'),
  without: z
    .record(itemId, z.array(itemId))
    .optional()
    .describe('things that a template does not ask for, by template'),
});

/** A fortnight: who waits longer for an answer does not wait by the hour. */
const MOST_HOURS = 336;
const hours = z.int().min(1).max(MOST_HOURS).optional();
const answerHoursSaid = z.strictObject({ unopened: hours, unanswered: hours, escalated: hours });

const days = z.record(itemId, z.int().positive());

/**
 * What of a rule set (ルール) is decided by: it stands in the facts of every case that it governs, so that a history says by
 * itself which rules were in force when (docs/decisions/033). What is silent is the program's own value. Ids are not
 * judged here: a rule set of long ago may name what is gone, and then says nothing.
 */
export const caseRules = z.strictObject({
  lead: itemId.describe('organisation whose rule set it is'),
  version: z.int().positive(),
  stageDays: days.optional().describe('calendar days that a stage may take'),
  remindDays: days.optional().describe('business days before its day on which something planned is reminded of'),
  escalateDays: days.optional().describe('business days after its day on which something missed is told one level up'),
  answerHours: answerHoursSaid.optional().describe('hours after which an answer that is waited for is told of'),
  off: z.array(itemId).optional().describe('conditions that are not asked'),
  caregivers: z.int().positive().optional().describe('how many do a procedure alone at least, whatever the plan says'),
  skillDays: z.int().positive().optional().describe('days after which a care skill is checked again'),
  approvers: z.enum(waiverApprovers).optional(),
  checks: checks.optional().describe('what templates of checklists ask for otherwise'),
});
export type CaseRules = z.infer<typeof caseRules>;
