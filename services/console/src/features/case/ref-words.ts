import type { Speech } from '../../words/words.ts';

/** Fields whose codes a deadline's reference is made of, by kind; every other reference is an id or says nothing more. */
const refFields: Readonly<Record<string, readonly string[]>> = {
  'lapse.skill': ['procedure', 'caregiver'],
  'lapse.entitlement': ['kind'],
  followUp: ['point'],
};

type Told = { readonly kind: string; readonly ref: string };

/** What a deadline is about, in brackets (`suctionOral.mother`): each part in the words of its own field, or nothing. */
export function refWords({ kind, ref }: Told, { findCode, say }: Pick<Speech, 'findCode' | 'say'>): string {
  const fields = refFields[kind] ?? [];
  const parts = ref.split('.');
  const words = fields.map((field, at) => findCode(field, parts[at] ?? ''));
  return words.length > 0 && words.every(word => word !== null) ? `(${words.join(say('common.listMark'))})` : '';
}
