import type { MembershipFlag, OrganisationKind, RoleId } from '@kaerimichi/discharge';

/** Organisations and people of the invented world; every organisation's name says that it is a demo. Nobody is real. */
export type DemoOrganisation = { readonly id: string; readonly kind: OrganisationKind; readonly name: string };

export const demoOrganisations: readonly DemoOrganisation[] = [
  { id: 'org-kodomo', kind: 'childrensHospital', name: 'こども医療センター(デモ)' },
  { id: 'org-shonan', kind: 'hospital', name: '汐見市立病院(デモ)' },
  { id: 'org-nozomi', kind: 'visitingNursingStation', name: 'のぞみ訪問看護ステーション(デモ)' },
  { id: 'org-aozora', kind: 'visitingNursingStation', name: 'あおぞら訪問看護ステーション(デモ)' },
  { id: 'org-hidamari', kind: 'clinic', name: 'ひだまりクリニック(デモ)' },
  { id: 'org-shiomi', kind: 'municipality', name: '汐見市(デモ)' },
  { id: 'org-soudan', kind: 'consultationSupport', name: '相談支援つばさ(デモ)' },
  { id: 'org-gakko', kind: 'school', name: '汐見特別支援学校(デモ)' },
  { id: 'org-kiki', kind: 'deviceVendor', name: 'かもめ医療機器(デモ)' },
  { id: 'org-kyoten', kind: 'hub', name: '小児在宅連携拠点(デモ)' },
  { id: 'org-ken', kind: 'prefecture', name: '県庁(デモ)' },
];

export type DemoPerson = {
  readonly identifier: string;
  readonly name: string;
  readonly org: string;
  readonly role: RoleId;
  readonly flags: readonly MembershipFlag[];
};

const person = (
  identifier: string,
  name: string,
  org: string,
  role: RoleId,
  ...flags: MembershipFlag[]
): DemoPerson => ({
  identifier: `${identifier}@demo`,
  name,
  org,
  role,
  flags,
});

export const demoPeople: readonly DemoPerson[] = [
  person('dsn', '松本 恵', 'org-kodomo', 'dischargeNurse'),
  person('head', '岡田 律子', 'org-kodomo', 'dischargeNurse', 'mayWaive', 'privacyOfficer'),
  person('ward', '西 なつき', 'org-kodomo', 'wardNurse'),
  person('doctor', '田村 啓', 'org-kodomo', 'doctor', 'mayWaive'),
  person('hvn', '佐藤 美咲', 'org-nozomi', 'visitingNurse'),
  person('hvn2', '大塚 葵', 'org-aozora', 'visitingNurse'),
  person('coord', '森 順子', 'org-kyoten', 'coordinator'),
  person('phn', '林 香織', 'org-shiomi', 'publicHealthNurse'),
  person('planner', '三浦 誠', 'org-soudan', 'supportPlanner'),
  person('school', '高木 亮', 'org-gakko', 'school'),
  person('pref', '県職員', 'org-ken', 'prefecture'),
  person('admin', '管理 太郎', 'org-kodomo', 'admin', 'orgAdmin'),
];
