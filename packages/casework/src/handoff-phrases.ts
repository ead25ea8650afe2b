import { codeWords, type Words } from '@kaerimichi/discharge';

/** A code in words; `grandparent-2`, one more of its kind, is said with its number. */
export function codeOf(code: string): Words {
  const [, one = code, nth] = /^(\w+)-(\d+)$/.exec(code) ?? [];
  const words = codeWords[one] ?? { ja: one, en: one };
  return nth ? { ja: `${words.ja}(${nth}人目)`, en: `${words.en} (${nth})` } : words;
}

/** How far a caregiver has come with a procedure, by level 0 to 4. */
export const levelWords: readonly Words[] = [
  { ja: 'まだ', en: 'not yet' },
  { ja: '見学まで', en: 'has watched' },
  { ja: 'いっしょに行う', en: 'together with a nurse' },
  { ja: '見守りのもとで行う', en: 'under supervision' },
  { ja: 'ひとりでできる', en: 'alone' },
];

type Device = { readonly kind: Words; readonly model: string; readonly note: string; readonly hasPhone: boolean };

/** Lines of a proposed handoff. */
export const say = {
  several: (entry: Words, count: number): Words => ({ ja: `${entry.ja}(${count}件)`, en: `${entry.en} (${count})` }),
  contact: (when: Words, topic: Words | null, contact: string): Words => ({
    ja: `${when.ja}${topic ? `・${topic.ja}` : ''}:${contact}`,
    en: `${when.en}${topic ? `, ${topic.en}` : ''}: ${contact}`,
  }),
  device: ({ kind, model, note, hasPhone }: Device): Words => ({
    ja: [kind.ja, model, note, hasPhone ? '業者の24時間の連絡先は家族に渡してある' : '']
      .filter(part => part)
      .join('、'),
    en: [kind.en, model, note, hasPhone ? 'the family has the vendor’s 24-hour phone' : '']
      .filter(part => part)
      .join(', '),
  }),
  skill: (who: Words, procedure: Words, how: Words): Words => ({
    ja: `${procedure.ja}:${who.ja}は${how.ja}`,
    en: `${procedure.en}: ${who.en}, ${how.en}`,
  }),
  scheme: (kind: Words, state: Words, until: string | undefined): Words => ({
    ja: `${kind.ja}:${state.ja}${until ? `(${until}まで)` : ''}`,
    en: `${kind.en}: ${state.en}${until ? ` (until ${until})` : ''}`,
  }),
};
