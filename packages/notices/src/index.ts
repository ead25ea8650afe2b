export { notices } from './catalogue.ts';
export {
  type DigestTime,
  digestTimes,
  type MailChoice,
  mailChoice,
  mailPaces,
  type NoticeChoices,
  readNoticeChoices,
  standardMail,
} from './choices.ts';
export { composeCode, composeNotices, type Mail, type MailedNotice } from './compose.ts';
export type { NoticeDefinition, NoticeTab, Urgency } from './notice.ts';
export { isStopped, nextTry } from './outside/next-try.ts';
export { MOST_URL, mayReach, outsideFault, type Reach } from './outside/outside-url.ts';
export { composePush, pushChoiceOf } from './outside/push-choice.ts';
export { composeWebhook, type WebhookMessage, webhookKinds } from './outside/webhook-message.ts';
export { afterQuiet, goesNow, nextDigest, nextLook, SOON_MS } from './when.ts';
