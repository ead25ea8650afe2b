import { z } from 'zod';
import { type CaseEvent, defineFact, noteText, type Objection, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { claimedFeeCodes, day, wardFeeCodes } from '../vocabulary.ts';

/** Facts are written whole with every event: of a stay so many wards, and so many fees beside the ward. */
const [MOST_WARDS, MOST_CLAIMS] = [8, 20];

const ward = z.strictObject({ wardFee: z.enum(wardFeeCodes), from: day });
const claim = z.strictObject({ fee: z.enum(claimedFeeCodes), claimedOn: day });

type Said = {
  readonly admittedOn?: string | undefined;
  readonly wards?: readonly z.infer<typeof ward>[] | undefined;
  readonly claims?: readonly z.infer<typeof claim>[] | undefined;
};

/** What the accounts of a hospital say was so: nothing of it lies ahead. */
function objectionTo(facts: CaseFacts, event: CaseEvent<Said>): Objection | null {
  const { admittedOn, wards = [], claims = [] } = event.body;
  if (Object.keys(event.body).length === 0)
    return {
      code: 'account.nothing',
      text: {
        ja: '入院日・入院料・DPC・算定したもののどれかを入れてください。',
        en: 'Give the day of admission, a ward fee, DPC or what was claimed.',
      },
    };
  const days = [admittedOn ?? event.on, ...wards.map(({ from }) => from), ...claims.map(({ claimedOn }) => claimedOn)];
  if (days.some(said => said > event.on))
    return {
      code: 'account.ahead',
      text: { ja: '先の日は記録できません。', en: 'Days that are still to come cannot be recorded.' },
    };
  const known = knownAccount(facts);
  const isTooMuch =
    joined(known?.wards, wards, wardKey).length > MOST_WARDS ||
    joined(known?.claims, claims, claimKey).length > MOST_CLAIMS;
  return isTooMuch
    ? {
        code: 'account.tooMuch',
        text: {
          ja: `1回の入院について、入院料は${MOST_WARDS}つ、算定したものは${MOST_CLAIMS}件までです。`,
          en: `Of one stay at most ${MOST_WARDS} ward fees and ${MOST_CLAIMS} claims.`,
        },
      }
    : null;
}

/** What is known of the accounts of this stay; a new round is another stay. */
const knownAccount = ({ account, round }: CaseFacts) => (account?.round === round ? account : undefined);

const wardKey = ({ from }: z.infer<typeof ward>) => from;
const claimKey = ({ fee, claimedOn }: z.infer<typeof claim>) => `${claimedOn} ${fee}`;

/** Rows of before and of now by their days; what is said again takes the place of what was said. */
function joined<Row>(before: readonly Row[] = [], now: readonly Row[] = [], keyOf: (row: Row) => string): Row[] {
  const rows = new Map([...before, ...now].map(row => [keyOf(row), row]));
  return [...rows.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/**
 * What the hospital's accounts say of this stay, as far as fees ask for it (参考計算): recorded once, so that nobody after
 * assumes it anew. Each part may be said by itself; wards and claims are added to those that are known.
 */
const accountRecorded = defineFact('account.recorded', {
  label: { ja: '入院料と算定したものを記録する', en: 'Record the ward fee and what was claimed' },
  reading: 'にゅういんりょう と さんてい したもの を きろく する',
  alsoCalled: { ja: 'かいけい、いじか、にゅういんび、しんりょうほうしゅう', en: 'accounts, billing, DPC' },
  told: { ja: '入院料と算定したものを記録した', en: 'Ward fee and claims recorded' },
  category: 'money',
  body: {
    admittedOn: day.optional(),
    wards: z.array(ward).min(1).max(MOST_WARDS).optional(),
    dpc: z.boolean().optional(),
    claims: z.array(claim).min(1).max(MOST_CLAIMS).optional(),
    claimsAreWhole: z
      .boolean()
      .optional()
      .describe('今日までに算定したものが、ここまでの記録ですべてそろっているとき「はい」'),
  },
  texts: noteText,
  objection: objectionTo,
  record: (facts, event) => {
    const { admittedOn, dpc, claimsAreWhole, ...rows } = event.body;
    const stamp = stampOf(facts, event);
    const known: NonNullable<CaseFacts['account']> = knownAccount(facts) ?? stamp;
    const wards = joined(known.wards, rows.wards, wardKey);
    const claims = joined(known.claims, rows.claims, claimKey);
    const account = {
      ...known,
      ...(admittedOn ? { admittedOn } : {}),
      ...(dpc === undefined ? {} : { dpc }),
      ...(wards.length > 0 ? { wards } : {}),
      ...(claims.length > 0 ? { claims } : {}),
      ...(claimsAreWhole ? { claimsUntil: event.on } : {}),
      ...stamp,
    };
    return { ...facts, account };
  },
});

export const accountEvents = [accountRecorded] as const;
