import type { Viewer } from '@kaerimichi/access';
import type { MembershipFlag, RoleId } from '@kaerimichi/discharge';
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
};

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

/** Those whose sign-ins are printed at the start: one for every part of the story. */
export const leadingPeople: readonly DemoPerson[] = [
  person('dsn', '松本 恵', 'kodomo', 'dischargeNurse'),
  person('head', '岡田 律子', 'kodomo', 'dischargeNurse', 'mayWaive', 'privacyOfficer'),
  person('ward', '西 なつき', 'kodomo', 'wardNurse'),
  person('doctor', '田村 啓', 'kodomo', 'doctor', 'mayWaive'),
  person('hvn', '佐藤 美咲', 'nozomi', 'visitingNurse'),
  person('hvn2', '大塚 葵', 'aozora', 'visitingNurse'),
  person('coord', '森 順子', 'kyoten', 'coordinator'),
  person('phn', '林 香織', 'shiomi', 'publicHealthNurse'),
  person('planner', '三浦 誠', 'soudan', 'supportPlanner'),
  person('school', '高木 亮', 'gakko', 'school'),
  person('pref', '県職員', 'ken', 'prefecture'),
  person('admin', '管理 太郎', 'kodomo', 'admin', 'orgAdmin'),
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

/** Everybody: forty people, each with the same password. */
export const demoPeople: readonly DemoPerson[] = [
  ...leadingPeople,
  ...hospitalNames.flatMap(([org, nurse, doctor]) => [
    person(`dsn-${org}`, nurse, org, 'dischargeNurse', 'mayWaive'),
    person(`doctor-${org}`, doctor, org, 'doctor', 'mayWaive'),
  ]),
  ...nurseNames.map(([org, name]) => person(`hvn-${org}`, name, org, 'visitingNurse')),
  ...clinicNames.map(([org, name]) => person(`doctor-${org}`, name, org, 'doctor')),
  person('vendor', '今泉 剛', 'kiki', 'deviceVendor'),
];

const kinds = new Map(demoOrganisations.map(({ id, kind }) => [id, kind]));

/** How somebody acts, by the name to sign in with; throws where nobody signs in by it. */
export function viewerOf(sign: string): Viewer {
  const found = demoPeople.find(({ identifier }) => identifier === `${sign}@demo`);
  const orgKind = found && kinds.get(found.org);
  if (!found || !orgKind) throw new Error(`demo: nobody signs in as ${sign}`);
  const { id, membership, org, role, flags } = found;
  return { person: id, membership, org, orgKind, role, flags };
}
