import { accessOf, actsAs, maySend, type Viewer } from '@kaerimichi/access';
import type { LoadedCase } from '@kaerimichi/casework';
import type { Actor, MembershipFlag, RoleId, Words } from '@kaerimichi/discharge';
import { demoOrganisations } from './organisations.ts';

/** Somebody of the invented world, with a name to sign in with and one membership. */
export type DemoPerson = {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  readonly membership: string;
  readonly org: string;
  readonly role: RoleId;
  readonly flags: readonly MembershipFlag[];
  /** Somebody of a family: of which child, and how related to it. `org` is who invited. */
  readonly guardian?: { readonly no: string; readonly relation: string } | undefined;
};

/** One of those whom a newcomer is offered to be, and what to try first as them. */
export type LeadingPerson = DemoPerson & { readonly first: Words };

const person = (sign: string, name: string, org: string, role: RoleId, ...flags: MembershipFlag[]): DemoPerson => ({
  id: `demo-${sign}`,
  identifier: `${sign}@demo`,
  name,
  membership: memberOf(sign),
  org: `org-${org}`,
  role,
  flags,
});

/** Membership of whoever signs in by this name: what a script calls an owner. */
export const memberOf = (sign: string): string => `demo-m-${sign}`;

const leading = (someone: DemoPerson, ja: string, en: string): LeadingPerson => ({ ...someone, first: { ja, en } });

/** Those whose sign-ins are printed at the start: one for every part of the story. */
export const leadingPeople: readonly LeadingPerson[] = [
  leading(
    person('dsn', '松本 恵', 'kodomo', 'dischargeNurse'),
    'K-0142 石井 そら を開き、「段階を進める」で足りないものを見る。',
    'Open K-0142 (石井 そら) and press “Move on”: it says what is missing and who can supply it.',
  ),
  leading(
    person('head', '岡田 律子', 'kodomo', 'dischargeNurse', 'mayWaive', 'privacyOfficer'),
    '師長として、足りない条件に理由を書いて例外を認める。ケースの「経過」の下で、だれが見たかを読む。',
    'As head nurse, waive a requirement with a reason; below the history of a case, read who looked at it.',
  ),
  leading(
    person('ward', '西 なつき', 'kodomo', 'wardNurse'),
    'K-0151 青木 ひな の手技を記録し、準備が進むのを見る。',
    'Record a skill for K-0151 (青木 ひな) and see the preparation go on.',
  ),
  leading(
    person('doctor', '田村 啓', 'kodomo', 'doctor', 'mayWaive'),
    'K-0142 石井 そら の議事録を承認する。',
    'Approve the minutes of K-0142 (石井 そら).',
  ),
  leading(
    person('hvn', '佐藤 美咲', 'nozomi', 'visitingNurse'),
    'K-0098 上野 みお の引き継ぎを読み、確認と返事をする。',
    'Read the handoff of K-0098 (上野 みお), confirm its sections and answer.',
  ),
  leading(
    person('hvn2', '大塚 葵', 'aozora', 'visitingNurse'),
    '同じ市の別のステーションには、同意のあるお子さんだけが見えることを確かめる。',
    'Another station of the same town: see only the children whose families consented to it.',
  ),
  leading(
    person('coord', '森 順子', 'kyoten', 'coordinator'),
    '6つの病院の128件を見渡す。同意がなければ番号だけが見える。',
    'Look over 128 cases of six hospitals; without consent only the number is seen.',
  ),
  leading(
    person('phn', '林 香織', 'shiomi', 'publicHealthNurse'),
    '市に共有されたお子さんを開き、書き込む。',
    'Open a child that was shared with the town, and add a note.',
  ),
  leading(
    person('planner', '三浦 誠', 'soudan', 'supportPlanner'),
    '相談支援事業所に共有された範囲を確かめる。',
    'See how much was shared with the consultation office.',
  ),
  leading(
    person('school', '高木 亮', 'gakko', 'school'),
    '学校に関わるところだけが見えることを確かめる。',
    'See the pupils, and of them the part of the school alone.',
  ),
  leading(
    { ...person('family', '石井 まい', 'kodomo', 'family'), guardian: { no: 'K-0142', relation: 'mother' } },
    'お子さん(石井 そら)のページを読み、「わたしたちのすること」を終わりにする。ほかのお子さんは見えない。',
    'Read the page of her own child (石井 そら) and mark her task as done; no other child is there.',
  ),
  leading(
    person('pref', '県職員', 'ken', 'prefecture'),
    '「集計」で件数を見る。5未満の数は伏せられ、お子さんの情報は何も見えない。',
    'Read the figures: counts under five are hidden, and no child is shown.',
  ),
  leading(
    person('admin', '管理 太郎', 'kodomo', 'admin', 'orgAdmin'),
    '「管理」で人を加え、パスワードの案内を渡す。お子さんの情報は見えない。',
    'Add somebody under “Administration” and give a password slip; no child is shown.',
  ),
];

const hospitalNames: readonly (readonly [org: string, nurse: string, doctor: string])[] = [
  ['shonan', '堀 いずみ', '関口 修'],
  ['minato', '河野 千尋', '安西 明彦'],
  ['tachibana', '武井 ゆき', '須田 浩平'],
  ['keyaki', '平山 真奈', '野口 貴史'],
  ['akane', '横溝 和美', '鳥居 直人'],
];
const nurseNames: readonly (readonly [org: string, name: string])[] = [
  ['kokage', '片桐 瞳'],
  ['minamo', '笹原 由佳'],
  ['hinata', '牧 麻衣子'],
  ['tsukushi', '深沢 亜希'],
  ['suzuran', '相田 久美'],
  ['nagisa', '浜野 遥香'],
  ['komadori', '露木 敏江'],
  ['akebono', '三枝 晴美'],
  ['sakuramichi', '滝 さやか'],
  ['yurikago', '梶原 弥生'],
  ['takenoko', '諸星 里美'],
  ['hoshizora', '落合 智子'],
];
const clinicNames: readonly (readonly [org: string, name: string])[] = [
  ['momiji', '長井 健'],
  ['kawasemi', '羽田 光'],
  ['harukaze', '内海 紀子'],
  ['midori', '桐山 徹'],
  ['namioto', '汐崎 岳'],
];

/** Everybody: forty-one people of organisations and a mother, each with the same password. */
export const demoPeople: readonly DemoPerson[] = [
  ...leadingPeople,
  ...hospitalNames.flatMap(([org, nurse, doctor]) => [
    person(`dsn-${org}`, nurse, org, 'dischargeNurse', 'mayWaive'),
    person(`doctor-${org}`, doctor, org, 'doctor', 'mayWaive'),
  ]),
  ...nurseNames.map(([org, name]) => person(`hvn-${org}`, name, org, 'visitingNurse')),
  ...clinicNames.map(([org, name]) => person(`doctor-${org}`, name, org, 'doctor')),
  person('vendor', '今泉 剛', 'kiki', 'deviceVendor'),
  // Administers the hub and founds nothing: what sees across the network waits for somebody who does.
  person('admin-kyoten', '管理 花子', 'kyoten', 'admin'),
];

const kinds = new Map(demoOrganisations.map(({ id, kind }) => [id, kind]));

/** Somebody by the name to sign in with; throws where nobody signs in by it. */
export function personOf(sign: string): DemoPerson {
  const found = demoPeople.find(({ identifier }) => identifier === `${sign}@demo`);
  if (!found) throw new Error(`demo: nobody signs in as ${sign}`);
  return found;
}

/** How somebody acts, by the name to sign in with. */
export function viewerOf(sign: string): Viewer {
  const { id, membership, org, role, flags } = personOf(sign);
  const orgKind = kinds.get(org);
  if (!orgKind) throw new Error(`demo: there is no ${org}`);
  return { person: id, membership, org, orgKind, role, flags };
}

export const actorOf = ({ membership, person, org, role, flags }: Viewer): Actor => ({
  membership,
  person,
  org,
  role,
  mayWaive: flags.includes('mayWaive'),
});

/** Whether somebody sees the case and may send such an event to it as it stands. */
export function maySendNow(viewer: Viewer, loaded: LoadedCase, type: string): boolean {
  const own = accessOf(loaded, viewer);
  return own !== null && maySend(viewer, actsAs(own, loaded.facts, viewer), type);
}
