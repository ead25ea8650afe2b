export {
  type DigestTime,
  digestTimes,
  type MailChoice,
  mailPaces,
  outsideFault,
  standardMail,
  webhookKinds,
} from '@kaerimichi/notices';
export { ageWords } from './age-words.ts';
export { allEndpoints, besidesDemo } from './all-endpoints.ts';
export * from './board-filters.ts';
export * from './board-rows.ts';
export * from './board-view.ts';
export * from './card.ts';
export { toCsv } from './csv.ts';
export * from './duty-roster.ts';
export * from './http/administration.ts';
export * from './http/aftercare.ts';
export * from './http/answers.ts';
export * from './http/attachments.ts';
export * from './http/board-table.ts';
export * from './http/case-source.ts';
export * from './http/cases.ts';
export * from './http/checklists.ts';
export * from './http/conferences.ts';
export * from './http/demo.ts';
export * from './http/documents.ts';
export * from './http/drafts.ts';
export * from './http/duty.ts';
export * from './http/endpoint.ts';
export * from './http/enquiry.ts';
export * from './http/facilities.ts';
export * from './http/family.ts';
export * from './http/fees.ts';
export * from './http/guardians.ts';
export * from './http/handoff-papers.ts';
export * from './http/handoffs.ts';
export * from './http/history.ts';
export * from './http/imports.ts';
export * from './http/inbox.ts';
export * from './http/mail.ts';
export * from './http/merges.ts';
export * from './http/overrides.ts';
export * from './http/page-faults.ts';
export * from './http/pathway.ts';
export * from './http/preparation.ts';
export * from './http/previews.ts';
export * from './http/proposals.ts';
export * from './http/push.ts';
export * from './http/referrals.ts';
export * from './http/reports.ts';
export * from './http/rule-sets.ts';
export * from './http/rules.ts';
export * from './http/saved-views.ts';
export * from './http/screens.ts';
export * from './http/seen.ts';
export * from './http/session.ts';
export * from './http/settings.ts';
export * from './http/tasks.ts';
export * from './http/transitions.ts';
export * from './http/visits.ts';
export * from './http/webhooks.ts';
export * from './kanagawa.ts';
export * from './problem.ts';
export * from './record-number.ts';
export * from './seen-card.ts';
export * from './socket.ts';
