import type { CaseEvent, Objection } from './event.ts';

/** The day on which an event happened: the day it names, else the Tokyo day of its recording. */
export const happenedOn = ({ occurredOn, on }: Pick<CaseEvent, 'occurredOn' | 'on'>): string => occurredOn ?? on;

/**
 * What is recorded afterwards: never for a day that has not come, and earlier than the previous event of its kind only
 * with a reason (any text of the event). `previous`: the latest standing event of the same type, where one is known.
 */
export function checkOccurredOn(
  event: CaseEvent,
  previous: Pick<CaseEvent, 'occurredOn' | 'on'> | null = null,
): Objection | null {
  if (happenedOn(event) > event.on)
    return {
      code: 'occurredOn.future',
      text: { ja: 'まだ来ていない日です。', en: 'The day has not come yet.' },
      params: { occurredOn: event.occurredOn },
    };
  if (!previous || event.record || happenedOn(event) >= happenedOn(previous)) return null;
  return {
    code: 'occurredOn.beforePrevious',
    text: {
      ja: '前の記録より前の日です。理由を書いてください。',
      en: 'The day lies before the previous entry of this kind: give the reason.',
    },
    params: { occurredOn: event.occurredOn, previousOn: happenedOn(previous) },
  };
}
