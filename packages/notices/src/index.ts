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
export { afterQuiet, goesNow, nextDigest, nextLook, SOON_MS } from './when.ts';
