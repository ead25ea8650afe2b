import { z } from 'zod';

/** Times of day (Asia/Tokyo) at which digests go out: before, in the middle and at the end of a day's work. */
export const digestTimes = ['07:30', '12:30', '17:00'] as const;
export type DigestTime = (typeof digestTimes)[number];

/** Whether somebody is told by mail: not at all, at these times what is new, or at once what is theirs to do. */
export const mailPaces = ['off', 'digest', 'atOnce'] as const;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** From a time of day until another one, which may lie behind midnight; the same twice would never end. */
const quietHours = z.strictObject({ from: timeOfDay, until: timeOfDay }).refine(({ from, until }) => from !== until, {
  path: ['until'],
  message: '始まりと終わりを別の時刻にしてください。 / The end is another time than the beginning.',
});
export type QuietHours = z.infer<typeof quietHours>;

/** What somebody is told of by mail, and when. */
export const mailChoice = z.strictObject({
  pace: z.enum(mailPaces),
  /** Of digests; without one nothing would ever be told. */
  times: z.array(z.enum(digestTimes)).min(1).max(digestTimes.length),
  /** 変更のお知らせ too, which always wait for a digest. */
  changes: z.boolean(),
  /** What is urgent does not wait for a digest. */
  urgentAtOnce: z.boolean(),
  /** Nothing is sent then: it waits until they end. null: none. */
  quiet: quietHours.nullable(),
});
export type MailChoice = z.infer<typeof mailChoice>;

/** For whoever has chosen nothing: no mail. The rest is what is offered to whoever turns it on. */
export const standardMail: MailChoice = {
  pace: 'off',
  times: [...digestTimes],
  changes: false,
  urgentAtOnce: true,
  quiet: { from: '20:00', until: '07:00' },
};

export type NoticeChoices = {
  /** Kinds that are told of no case. */
  readonly muted: readonly string[];
  readonly mail: MailChoice;
};

/** What is kept of somebody's settings, as far as it is about notices and this version knows it. */
export function readNoticeChoices(stored: Readonly<Record<string, unknown>>): NoticeChoices {
  return {
    muted: z.array(z.string()).catch([]).parse(stored.muted),
    mail: mailChoice.catch(standardMail).parse(stored.mail),
  };
}
