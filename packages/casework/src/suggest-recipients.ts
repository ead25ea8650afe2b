import { type CareNeed, type CaseFacts, codeWords, type Words } from '@kaerimichi/discharge';

/** Somebody who might take over what another declined: of the network, or of a public list. */
export type Candidate = {
  /** Id of an organisation of the network; null: from a public list alone. */
  readonly org: string | null;
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  /** 全国地方公共団体コード, six digits. */
  readonly municipality: string | null;
  readonly at: Point | null;
  /** What its list says of it, in its own words. */
  readonly told: string;
  /** How many handoffs of the own house it has accepted. */
  readonly accepted: number;
  /** The day of which its list is. */
  readonly listedOn: string | null;
};

/** Degrees. */
type Point = { readonly latitude: number; readonly longitude: number };

export type Suggested = Omit<Candidate, 'told' | 'accepted' | 'at'> & {
  readonly reasons: readonly Words[];
  /** What is not known of it, which somebody asks by telephone. */
  readonly lacks: readonly Words[];
};

type Asked = {
  readonly facts: Pick<CaseFacts, 'needs' | 'team' | 'handoffs'>;
  /** Where the child lives: code, and the middle of what is known there. */
  readonly municipality: string | null;
  readonly home: Point | null;
  /** Why it was declined: what stood in the way once counts double. */
  readonly reason: string | null;
};

/** So many are shown: a list that somebody telephones down. */
const MOST = 8;
/** Kilometres that a visit is usually driven at most, and that are near. */
const [NEAR, FAR] = [5, 15];

const w = (ja: string, en: string): Words => ({ ja, en });

type Ground = { readonly points: number; readonly words: Words };

/**
 * Who might take a child over that another could not, best first, each with its reasons and with what is not known of it.
 * Whoever said no already, or has a handoff of this child, is not named again. Nobody is asked by this: a person telephones, or writes a handoff.
 */
export function suggestRecipients(candidates: readonly Candidate[], wish: Asked): Suggested[] {
  const { facts } = wish;
  const asked = new Set([
    ...facts.handoffs.flatMap(({ org, status }) => (org && !['draft', 'withdrawn'].includes(status) ? [org] : [])),
    ...facts.team.flatMap(({ org, state }) => (org && (state === 'declined' || state === 'ended') ? [org] : [])),
  ]);
  const names = new Set(candidates.flatMap(({ org, name }) => (org ? [plain(name)] : [])));
  return candidates
    .filter(({ org, name }) => (org ? !asked.has(org) : !names.has(plain(name))))
    .map(candidate => judged(candidate, wish))
    .sort((a, b) => b.points - a.points || a.suggested.name.localeCompare(b.suggested.name, 'ja'))
    .slice(0, MOST)
    .map(({ suggested }) => suggested);
}

const plain = (name: string): string => name.normalize('NFKC').replace(/[\s()()]|デモ/g, '');

function judged(candidate: Candidate, asked: Asked) {
  const grounds = [
    nearness(candidate, asked),
    night(candidate, asked),
    children(candidate, asked),
    devices(candidate, asked),
  ];
  const own = [network(candidate), experience(candidate, asked), inTeam(candidate, asked)];
  const found = [...grounds, ...own].flatMap(ground => ground ?? []);
  const { told: _told, accepted: _accepted, at: _at, ...shown } = candidate;
  return {
    points: found.reduce((sum, { points }) => sum + points, 0),
    suggested: {
      ...shown,
      reasons: found.filter(({ points }) => points > 0).map(({ words }) => words),
      lacks: found.filter(({ points }) => points <= 0).map(({ words }) => words),
    },
  };
}

/** What once stood in the way counts double with the next. */
const twice = (reason: string | null, one: string): number => (reason === one ? 2 : 1);

function nearness({ municipality, at }: Candidate, { municipality: own, home, reason }: Asked): Ground | null {
  const weight = twice(reason, 'distance');
  if (at && home) {
    const km = Math.round(kilometres(at, home));
    const words = w(`お子さんの市町村の中心から約${km}km`, `about ${km} km from the middle of the child’s town`);
    return { points: (km <= NEAR ? 3 : km <= FAR ? 2 : -1) * weight, words };
  }
  if (!municipality || !own) return null;
  if (municipality === own) return { points: 3 * weight, words: w('お子さんと同じ市町村', 'in the child’s own town') };
  return municipality.slice(0, 2) === own.slice(0, 2)
    ? { points: 0, words: w('通えるか(市町村が違います)', 'whether they can come (another town)') }
    : null;
}

/** Of a list that says nothing of it nobody knows: it is said, and asked. */
function ground(isTold: boolean, points: number, words: Words, open: Words): Ground {
  return isTold ? { points, words } : { points: 0, words: open };
}

const night = ({ told }: Candidate, { reason }: Asked): Ground =>
  ground(
    /24時間/.test(told.normalize('NFKC')),
    2 * twice(reason, 'hours'),
    w('24時間対応の記載あり', 'says that it answers day and night'),
    w('24時間対応', 'answering day and night'),
  );

const children = ({ name, told }: Candidate, { reason }: Asked): Ground =>
  ground(
    /小児|こども|子ども|医療的ケア児|重症心身/.test(`${name} ${told}`),
    2 * twice(reason, 'experience'),
    w('小児・医療的ケア児の記載あり', 'says that it cares for children'),
    w('小児の受け入れ', 'taking children'),
  );

/** Needs that the special management fee of a station (特別管理加算) is about. */
const managed: readonly CareNeed[] = [
  'ventilator',
  'niv',
  'tracheostomy',
  'oxygen',
  'centralLine',
  'dialysis',
  'catheter',
];

function devices({ told }: Candidate, { facts, reason }: Asked): Ground | null {
  const need = facts.needs.find(one => managed.includes(one));
  if (!need) return null;
  const words = codeWords[need] ?? w(need, need);
  return ground(
    /特別管理/.test(told),
    2 * twice(reason, 'experience'),
    w('特別管理加算の記載あり', 'says that it manages devices (special management)'),
    w(`${words.ja}のケア`, `care for: ${words.en}`),
  );
}

const network = ({ org }: Candidate): Ground | null =>
  org ? { points: 2, words: w('ネットワークの組織(このまま送れます)', 'in the network (can be sent it here)') } : null;

const experience = ({ accepted }: Candidate, { reason }: Asked): Ground | null =>
  accepted > 0
    ? {
        points: 2 * twice(reason, 'experience'),
        words: w(`これまでに引き継ぎを${accepted}件受け入れ`, `has accepted ${accepted} of your handoffs`),
      }
    : null;

const inTeam = ({ org }: Candidate, { facts }: Asked): Ground | null =>
  org && facts.team.some(entry => entry.org === org && entry.state === 'considered')
    ? { points: 1, words: w('支援チームの候補', 'a candidate of the team') }
    : null;

/** Great-circle distance; the earth is a ball here. */
function kilometres(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const [dLat, dLon] = [rad(b.latitude - a.latitude), rad(b.longitude - a.longitude)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}
