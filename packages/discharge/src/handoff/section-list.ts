import type { Category } from '../vocabulary.ts';
import type { Words } from '../words.ts';

/** The nine sections of a handoff (experience.md §5.11), in the order in which they are read. */
export const handoffSectionIds = [
  'contacts',
  'condition',
  'breathing',
  'deviceSettings',
  'nutrition',
  'medicines',
  'caregiving',
  'emergencies',
  'schemes',
] as const;
export type HandoffSection = (typeof handoffSectionIds)[number];

type Section = {
  readonly words: Words;
  /** What belongs here, said to whoever writes it. */
  readonly hint: Words;
  /** Who may read it: consent and role name categories, and a section is never shown to whoever does not read its own. */
  readonly category: Category;
  /** Without text here nothing is sent; `withDevice`: of a child for whom a device is recorded. */
  readonly needed: 'always' | 'withDevice' | 'never';
  /** Unconfirmed, nobody may accept. */
  readonly isCritical: boolean;
};

/** What each section is called, what it holds and who may read it. */
export const handoffSections: Readonly<Record<HandoffSection, Section>> = {
  contacts: {
    words: { ja: '連絡先', en: 'Contacts' },
    hint: {
      ja: '日中の連絡先。夜間・休日の連絡先は、次の欄に書きます。',
      en: 'By day; for the night and holidays there is a field of its own.',
    },
    category: 'contacts',
    needed: 'always',
    isCritical: false,
  },
  condition: {
    words: { ja: 'いまの状態', en: 'Present condition' },
    hint: { ja: '診断、経過、いつもの値と、いつもと違うときの見分け方。', en: 'Diagnosis, course, usual values.' },
    category: 'clinical',
    needed: 'always',
    isCritical: true,
  },
  breathing: {
    words: { ja: '呼吸・吸引', en: 'Breathing and suction' },
    hint: { ja: '行っているケアがなければ「なし」と書きます。', en: 'Where there is no such care, write “none”.' },
    category: 'clinical',
    needed: 'always',
    isCritical: true,
  },
  deviceSettings: {
    words: { ja: '機器', en: 'Devices' },
    hint: {
      ja: '機種、設定値、業者の24時間の連絡先、消耗品。',
      en: 'Models, settings, vendor by day and night, consumables.',
    },
    category: 'skills',
    needed: 'withDevice',
    isCritical: false,
  },
  nutrition: {
    words: { ja: '栄養・胃瘻', en: 'Nutrition and feeding tube' },
    hint: {
      ja: '種類とサイズ、固定水、注入の時刻・量・速度、次の交換日。',
      en: 'Kind and size, balloon water, feeds, next change.',
    },
    category: 'clinical',
    needed: 'never',
    isCritical: false,
  },
  medicines: {
    words: { ja: '薬', en: 'Medicines' },
    hint: { ja: '薬がなければ「なし」と書きます。', en: 'Where there are none, write “none”.' },
    category: 'clinical',
    needed: 'always',
    isCritical: true,
  },
  caregiving: {
    words: { ja: '家族・手技', en: 'Caregivers and their skills' },
    hint: {
      ja: 'だれが、どの手技を、どこまでできるか。家族の事情は、ここには書きません。',
      en: 'Who can do which procedure, and how far. Not the family’s circumstances.',
    },
    category: 'skills',
    needed: 'never',
    isCritical: false,
  },
  emergencies: {
    words: { ja: '緊急時', en: 'In an emergency' },
    hint: {
      ja: 'どんなときに、だれを、どの順で呼ぶか。搬送先。',
      en: 'When to call whom, in which order, and where to go.',
    },
    category: 'clinical',
    needed: 'always',
    isCritical: true,
  },
  schemes: {
    words: { ja: '制度・同意', en: 'Schemes and consents' },
    hint: { ja: '使っている制度と、その期限。', en: 'Schemes in use, and until when.' },
    category: 'money',
    needed: 'never',
    isCritical: false,
  },
};

const idsWhere = (isMeant: (section: Section) => boolean): HandoffSection[] =>
  handoffSectionIds.filter(id => isMeant(handoffSections[id]));

/** Sections without which nothing is sent: whoever takes over a child with a device is told how it is set. */
export const neededSections = ({ devices }: { readonly devices: readonly unknown[] }): HandoffSection[] =>
  idsWhere(({ needed }) => needed === 'always' || (needed === 'withDevice' && devices.length > 0));
export const criticalSections = idsWhere(({ isCritical }) => isCritical);

/** Those of these names that are sections, in reading order. */
export const sectionsAmong = (names: readonly string[]): HandoffSection[] =>
  handoffSectionIds.filter(id => names.includes(id));

/** Sections by name, in one sentence. */
export const sayAll = (ids: readonly HandoffSection[]): Words => ({
  ja: ids.map(id => handoffSections[id].words.ja).join('、'),
  en: ids.map(id => handoffSections[id].words.en).join(', '),
});
