import { randomUUID } from 'node:crypto';
import { type Insertion, insertion } from './insertion.ts';

/** What one organisation asks another to take on, and nobody has answered. */
export type WorldReferral = {
  readonly from: string;
  readonly to: string;
  readonly person: string;
  readonly role: string;
  /** As the contract parses it. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly sentAt: string;
};

/** What takes a second person, and waits for one. */
export type WorldProposal = {
  readonly person: string;
  readonly membership: string;
  readonly wish: unknown;
  readonly at: string;
};

/** Two cases that somebody says are one child; ids. */
export type WorldPair = {
  readonly cases: readonly [string, string];
  readonly survivor: string;
  readonly person: string;
  readonly org: string;
  readonly role: string;
  readonly reason: string;
  /** How the two agree, as when it was proposed. */
  readonly agreement: Readonly<Record<string, string>>;
  readonly foundAt: string;
  readonly at: string;
};

/** What waits for people in a world that is begun. */
export type WorldWaiting = {
  readonly referrals: readonly WorldReferral[];
  readonly proposals: readonly WorldProposal[];
  readonly pairs: readonly WorldPair[];
};

export const nothingWaits: WorldWaiting = { referrals: [], proposals: [], pairs: [] };

const referral = insertion('referral', {
  id: 'text',
  from_org: 'text',
  to_org: 'text',
  person_id: 'text',
  role: 'text',
  state: 'text',
  content: 'json',
  sent_at: 'timestamptz',
});
const proposal = insertion('proposal', {
  id: 'text',
  at: 'timestamptz',
  person_id: 'text',
  membership_id: 'text',
  wish: 'json',
});
const mergeProposal = insertion('merge_proposal', {
  id: 'text',
  case_a: 'text',
  case_b: 'text',
  state: 'text',
  found_at: 'timestamptz',
  survivor: 'text',
  proposed_by: 'text',
  proposed_org: 'text',
  proposed_role: 'text',
  proposed_at: 'timestamptz',
  reason: 'text',
  agreement: 'jsonb',
});

type Row = Readonly<Record<string, unknown>>;

/** The rows of what waits, table by table, as its own statements would have left them. */
export const rowsOfWaiting = ({
  referrals,
  proposals,
  pairs,
}: WorldWaiting): (readonly [Insertion, readonly Row[]])[] => [
  [referral, referrals.map(referralRow)],
  [proposal, proposals.map(proposalRow)],
  [mergeProposal, pairs.map(pairRow)],
];

const referralRow = ({ from, to, person, role, content, sentAt }: WorldReferral): Row => ({
  ...{ id: randomUUID(), from_org: from, to_org: to, person_id: person, role, state: 'sent' },
  ...{ content: JSON.stringify(content), sent_at: sentAt },
});

const proposalRow = ({ person, membership, wish, at }: WorldProposal): Row => ({
  ...{ id: randomUUID(), at, person_id: person, membership_id: membership, wish: JSON.stringify(wish) },
});

function pairRow({ cases, survivor, person, org, role, reason, agreement, foundAt, at }: WorldPair): Row {
  const [case_a, case_b] = [...cases].sort();
  const proposed = { proposed_by: person, proposed_org: org, proposed_role: role, proposed_at: at };
  const pair = { id: randomUUID(), case_a, case_b, state: 'proposed', found_at: foundAt };
  return { ...pair, survivor, ...proposed, reason, agreement: JSON.stringify(agreement) };
}
