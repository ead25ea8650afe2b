import { z } from 'zod';
import type { Objection } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { keepRecent } from '../../keep-recent.ts';

export const conferenceKind = z.enum(['joint', 'community', 'emergency', 'neonatal']);

export const alreadyHeld: Objection = {
  code: 'item.state',
  text: { ja: 'その会議は開催済みです。', en: 'That conference was already held.' },
};

/** The joint conferences of this round are read until the child goes home. */
export function withRecent(facts: CaseFacts, conferences: CaseFacts['conferences']): CaseFacts {
  const isOver = (other: (typeof conferences)[number]) =>
    other.round < facts.round || (other.kind !== 'joint' && other.minutes === 'approved');
  return { ...facts, conferences: keepRecent(conferences, isOver) };
}
