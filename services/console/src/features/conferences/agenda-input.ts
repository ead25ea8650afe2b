import type { Conference } from '@kaerimichi/contracts';
import type { Speech } from '../../words/words.ts';
import { shortId } from './poll-input.ts';

/** A row of the agenda as it is typed. */
export type AgendaInput = {
  readonly id: string;
  readonly what: string;
  readonly takes: string;
  readonly presenter: string;
  readonly document: string;
};

/** What a joint conference before discharge talks about, in an hour. */
const template = [
  ['course', 8, 'attendingDoctor'],
  ['care', 8, 'wardNurse'],
  ['day', 6, 'dischargeNurse'],
  ['emergency', 8, 'attendingDoctor'],
  ['supplies', 6, 'dischargeNurse'],
  ['services', 8, 'supportPlanner'],
  ['disaster', 4, 'publicHealthNurse'],
  ['family', 6, 'family'],
  ['open', 6, 'dischargeNurse'],
] as const;

export const emptyRow = (): AgendaInput => ({ id: shortId(), what: '', takes: '5', presenter: '', document: '' });

/** As it was written, or the usual one. */
export function firstAgenda({ agenda }: Conference, { say }: Pick<Speech, 'say'>): readonly AgendaInput[] {
  if (agenda.length > 0)
    return agenda.map(({ id, what, takes, presenter, document }) => ({
      ...{ id, what: what ?? '', takes: String(takes) },
      ...{ presenter: presenter ?? '', document: document ?? '' },
    }));
  return template.map(([name, takes, presenter]) => ({
    ...{ id: name, what: say(`confAgenda.${name}`), takes: String(takes), presenter, document: '' },
  }));
}

/** What is sent; null: a row says nothing, or not how long. */
export function agendaBody(conferenceId: string, rows: readonly AgendaInput[]) {
  const agenda = rows.map(({ id, what, takes, presenter, document }) => ({
    ...{ id, what: what.trim(), takes: Number(takes.normalize('NFKC')) },
    ...(presenter && { presenter }),
    ...(document && { document }),
  }));
  const isWhole = agenda.every(
    ({ what, takes }) => what !== '' && Number.isInteger(takes) && takes >= 1 && takes <= 120,
  );
  return agenda.length > 0 && isWhole ? { type: 'conference.agendaWritten', conferenceId, agenda } : null;
}
