import type { Speech } from '../../words/words.ts';

/** Fields whose codes a deadline's reference is made of, by kind; every other reference is an id or says nothing more. */
const refFields: Readonly<Record<string, readonly string[]>> = {
  'lapse.skill': ['procedure', 'caregiver'],
  'lapse.entitlement': ['kind'],
  followUp: ['point'],
};

type Told = { readonly kind: string; readonly ref: string };

/** What a deadline is about: each part of its reference in the words of its own field, or null where it says nothing. */
export function refParts({ kind, ref }: Told, { findCode }: Pick<Speech, 'findCode'>): readonly string[] | null {
  const fields = refFields[kind] ?? [];
  const parts = ref.split('.');
  const words = fields.map((field, at) => findCode(field, parts[at] ?? ''));
  return words.length > 0 && words.every(word => word !== null) ? words : null;
}

/** The same in brackets (`suctionOral.mother`), or nothing. */
export function refWords(told: Told, speech: Pick<Speech, 'findCode' | 'say'>): string {
  const words = refParts(told, speech);
  return words ? `(${words.join(speech.say('common.listMark'))})` : '';
}
