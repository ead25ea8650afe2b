import { administrationEndpoints } from './http/administration.ts';
import { aftercareEndpoints } from './http/aftercare.ts';
import { answerEndpoints } from './http/answers.ts';
import { attachmentEndpoints } from './http/attachments.ts';
import { boardTableEndpoints } from './http/board-table.ts';
import { caseSourceEndpoints } from './http/case-source.ts';
import { caseEndpoints } from './http/cases.ts';
import { checklistEndpoints } from './http/checklists.ts';
import { conferenceEndpoints } from './http/conferences.ts';
import { demoEndpoints } from './http/demo.ts';
import { documentEndpoints } from './http/documents.ts';
import { formDraftEndpoints } from './http/drafts.ts';
import { dutyEndpoints } from './http/duty.ts';
import type { Endpoint } from './http/endpoint.ts';
import { facilityEndpoints } from './http/facilities.ts';
import { familyEndpoints } from './http/family.ts';
import { feeEndpoints } from './http/fees.ts';
import { guardianEndpoints } from './http/guardians.ts';
import { handoffPaperEndpoints } from './http/handoff-papers.ts';
import { handoffEndpoints } from './http/handoffs.ts';
import { importEndpoints } from './http/imports.ts';
import { inboxEndpoints } from './http/inbox.ts';
import { mailEndpoints } from './http/mail.ts';
import { mergeEndpoints } from './http/merges.ts';
import { overrideEndpoints } from './http/overrides.ts';
import { pageFaultEndpoints } from './http/page-faults.ts';
import { pathwayEndpoints } from './http/pathway.ts';
import { preparationEndpoints } from './http/preparation.ts';
import { previewEndpoints } from './http/previews.ts';
import { proposalEndpoints } from './http/proposals.ts';
import { pushEndpoints } from './http/push.ts';
import { referralEndpoints } from './http/referrals.ts';
import { reportEndpoints } from './http/reports.ts';
import { ruleSetEndpoints } from './http/rule-sets.ts';
import { ruleEndpoints } from './http/rules.ts';
import { savedViewEndpoints } from './http/saved-views.ts';
import { screenEndpoints, wallEndpoints } from './http/screens.ts';
import { seenEndpoints } from './http/seen.ts';
import { sessionEndpoints } from './http/session.ts';
import { settingsEndpoints } from './http/settings.ts';
import { substituteEndpoints, taskEndpoints } from './http/tasks.ts';
import { visitEndpoints } from './http/visits.ts';
import { webhookEndpoints } from './http/webhooks.ts';

/** What every deployment answers to. */
export const besidesDemo: readonly Endpoint[] = [
  ...Object.values(sessionEndpoints),
  ...Object.values(pathwayEndpoints),
  ...Object.values(ruleEndpoints),
  ...Object.values(feeEndpoints),
  ...Object.values(caseEndpoints),
  ...Object.values(answerEndpoints),
  ...Object.values(settingsEndpoints),
  ...Object.values(mailEndpoints),
  ...Object.values(boardTableEndpoints),
  ...Object.values(savedViewEndpoints),
  ...Object.values(ruleSetEndpoints),
  ...Object.values(overrideEndpoints),
  ...Object.values(dutyEndpoints),
  ...Object.values(seenEndpoints),
  ...Object.values(pageFaultEndpoints),
  ...Object.values(checklistEndpoints),
  ...Object.values(preparationEndpoints),
  ...Object.values(aftercareEndpoints),
  ...Object.values(conferenceEndpoints),
  ...Object.values(documentEndpoints),
  ...Object.values(attachmentEndpoints),
  ...Object.values(visitEndpoints),
  ...Object.values(taskEndpoints),
  ...Object.values(inboxEndpoints),
  ...Object.values(formDraftEndpoints),
  ...Object.values(substituteEndpoints),
  ...Object.values(caseSourceEndpoints),
  ...Object.values(previewEndpoints),
  ...Object.values(guardianEndpoints),
  ...Object.values(familyEndpoints),
  ...Object.values(handoffEndpoints),
  ...Object.values(handoffPaperEndpoints),
  ...Object.values(importEndpoints),
  ...Object.values(facilityEndpoints),
  ...Object.values(referralEndpoints),
  ...Object.values(mergeEndpoints),
  ...Object.values(reportEndpoints),
  ...Object.values(administrationEndpoints),
  ...Object.values(proposalEndpoints),
  ...Object.values(screenEndpoints),
  ...Object.values(wallEndpoints),
  ...Object.values(webhookEndpoints),
  ...Object.values(pushEndpoints),
];

/** Every REST endpoint: documents, "refuses anonymous" and the route inventory loop over this. */
export const allEndpoints: readonly Endpoint[] = [...besidesDemo, ...Object.values(demoEndpoints)];
