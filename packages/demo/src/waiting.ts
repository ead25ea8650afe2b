import { addDays, compareChildren, type Day, tokyoDay } from '@kaerimichi/discharge';
import { municipalityCode } from './municipality-code.ts';
import { personOf } from './people.ts';
import { quietChildren, registeredTwice } from './quiet/quiet-children.ts';
import type { Story } from './story.ts';

/** Two cases, by number, of which somebody says that they are one child. */
type WaitingPair = {
  readonly nos: readonly [survivor: string, other: string];
  readonly agreement: Readonly<Record<string, string>>;
  readonly reason: string;
};

const HOUR_MS = 3_600_000;
const before = (now: string, hours: number): string => new Date(Date.parse(now) - hours * HOUR_MS).toISOString();

const asSent = ({ id: person, membership, org, role }: ReturnType<typeof personOf>) => ({
  person,
  membership,
  org,
  role,
});

/**
 * What waits for somebody in the whole world, as of an instant: a station's referral to the children's hospital, what the
 * administrator of the hub proposed, and two cases that a coordinator points to. A second such pair nobody has pointed to:
 * the program finds it.
 */
export const waitingFor = (now: string) => ({
  referrals: [referral(now)],
  proposals: [proposal(now)],
  pairs: [{ ...pair(tokyoDay(now)), ...asSent(personOf('coord')), foundAt: before(now, 22), at: before(now, 20) }],
});

function referral(now: string) {
  const { person, org: from, role } = asSent(personOf('hvn'));
  const sentAt = before(now, 21);
  const content = {
    ...{ consent: 'agreed', agreedBy: '須藤 あかね(母)' },
    ...{ familyName: '須藤', givenName: 'いろは', familyKana: 'すどう', givenKana: 'いろは', sex: 'female' },
    ...{ bornOn: addDays(tokyoDay(now), -800), municipality: municipalityCode('藤沢市') },
    ...{ origin: 'home', needs: ['tracheostomy', 'suction'], telephone: '045-000-0207' },
    reason: '夜間の吸引が増え、ご家族が眠れていません。入院での評価と、支援の組み直しをお願いします。',
  };
  return { from, to: 'org-kodomo', person, role, content, sentAt };
}

function proposal(now: string) {
  const { person, membership, org } = asSent(personOf('admin-kyoten'));
  const wish = { is: 'person', role: 'coordinator', flags: [], identifier: 'coord2@demo', displayName: '小林 渚', org };
  return { person, membership, wish, at: before(now, 18) };
}

function pair(today: Day): WaitingPair {
  const stories = quietChildren(today);
  const [one, other] = [stories[registeredTwice.proposed.of], stories[registeredTwice.proposed.again]];
  if (!one || !other) throw new Error('demo: a child that was registered twice is not there');
  return {
    nos: [one.no, other.no],
    agreement: compareChildren(known(one), known(other)),
    reason: '名前の読みと生年月日が合っています。転院のときに、2つの病院で登録されたようです。',
  };
}

const known = ({ child: { familyName, givenName, familyKana, givenKana, sex, municipality, bornOn } }: Story) => ({
  ...{ familyName, givenName, familyKana, givenKana, sex, municipality, bornOn },
  ...{ expectedOn: null, birthOrder: null },
});
