import type { Language } from '@kaerimichi/discharge';
import type { MailChoice } from '../choices.ts';

/**
 * When somebody is told on a browser that they have subscribed: as by mail where mail is wanted, else at once, outside the
 * same quiet hours. あなたの番 alone: a change waits in 通知.
 */
export const pushChoiceOf = (mail: MailChoice): MailChoice => ({
  ...mail,
  pace: mail.pace === 'off' ? 'atOnce' : mail.pace,
  changes: false,
});

const words = {
  title: { ja: 'かえりみち', en: 'Kaerimichi' },
  body: { ja: 'あなたの番があります', en: 'Something waits for you' },
} as const;

/** What a push says: that something waits, and where to look. */
export const composePush = (language: Language): string =>
  JSON.stringify({ title: words.title[language], body: words.body[language], path: '/inbox' });
