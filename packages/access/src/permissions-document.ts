import { type Category, categories, codeWords, type RoleId, roleIds } from '@kaerimichi/discharge';
import { askedEvents } from './ability.ts';
import { seesResources } from './commands.ts';
import { enquiryWords, mayAnswer } from './enquiry.ts';
import { makingExceptions, sendableEvents } from './event-groups.ts';
import type { Right, Role, Sight } from './role.ts';
import { roles } from './roles.ts';

const letters: Readonly<Record<Right, string>> = { write: 'W', read: 'R', writeOwn: 'W own', summary: 'S', own: 'own' };
const relationMarks = { full: 'F', partner: 'P', asked: 'A', numberOnly: 'N', invited: 'I' } as const;

/** docs/permissions.md: role × category and role × command × relation, from the role files. */
export function permissionsDocument(): string {
  return [
    ...introduction,
    '',
    ...whatIsSeen(),
    '',
    ...enquiries(),
    '',
    ...cards,
    '',
    ...whatIsSent(),
    '',
    ...duties(),
    '',
  ].join('\n');
}

const introduction = [
  '# 権限 / Permissions',
  '',
  'Generated from `packages/access/src/roles`; do not edit. What is not named is denied. A team entry or a case of one’s',
  'own organisation is presupposed; a partner sees what consent names, from its first to its last day.',
  '',
  '`packages/access/src/roles` から作られます。書かれていないことはできません。自分の組織の子どもか、支援チームの一員であることが前提です。',
  '連携先は、同意された範囲を、同意の期間だけ見ることができます。',
  '',
  '- **full** 主担当の組織 / the lead organisation',
  '- **partner** 同意のある連携先 / takes part, with consent',
  '- **asked** 同意はあるが、まだ引き受けていない打診先 / with consent, asked, has not accepted: reads as a partner, only answers',
  '- **invited** 紙の招待コードで参加した家族。その子ども1人の、招待で渡された範囲だけを、その期間だけ / a guardian who came by the code on paper: that one child, what the invitation names, for its period',
  '- **numberOnly** 同意のない連携先・打診先・拠点 / takes part, was asked or is a hub, without consent; whoever was asked is told what an enquiry tells',
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`);

/** One row a role, more where it differs by relation to the case. */
function whatIsSeen(): string[] {
  return [
    '## 見られる内容 / What each role sees',
    '',
    'W 書く write · R 読む read · W own 読む・自分の担当を書く read, write the own part · S 要約 summary · own 自分に関わる部分 what concerns the own part · – なし nothing',
    '',
    ...table(
      ['role', 'as', ...categories],
      roleIds.flatMap(id => sightsOf(roles[id])),
    ),
    '',
    'Protection (要保護) is shared with named persons per case only, by no role.',
  ];
}

const asWords = { full: 'lead 主担当', partner: 'partner 連携先', invited: 'invited 招待' } as const;

function sightsOf({ id, sees }: Role): string[][] {
  const name = `${id} ${codeWords[id]?.ja ?? ''}`;
  const rows = (['full', 'partner', 'invited'] as const).flatMap(relation => {
    const sight = sees[relation];
    return sight ? [[name, asWords[relation], ...categories.map(category => letterOf(sight, category))]] : [];
  });
  return rows.length > 0 ? rows : [[name, '–', ...categories.map(() => '–')]];
}

function letterOf(sight: Sight, category: Category): string {
  const right = sight[category];
  return right ? letters[right] : '–';
}

/** What an organisation that was asked is told, and until when; consent is needed for none of it. */
function enquiries(): string[] {
  const answering = roleIds.filter(role => mayAnswer(aMember(role)));
  return [
    '## 打診で見られる内容 / What an enquiry tells',
    '',
    '同意はいりません。名前・ふりがな・生年月日・診察券番号・そのほかの記録は見られません。番号のみのカードは変わりません。',
    'Needs no consent. Never a name, kana, birth date, hospital number or any other fact; the card stays that of a number only.',
    '',
    ...table(
      ['field', 'tells'],
      Object.entries(enquiryWords).map(([field, words]) => [field, words]),
    ),
    '',
    `返事のできる役割 roles that answer: ${answering.join(', ')}`,
    '',
    ...table(['when', 'child', 'enquiry'], enquiryStates),
  ];
}

const enquiryStates = [
  ['同意なしで打診中 asked without consent', '上の表のとおり as above', 'yes'],
  ['同意ありで打診中 asked with consent', '同意の範囲 what consent names', 'yes'],
  ['同意が終わった打診中 asked, once had consent', '– (名前を知っているため knows who it is)', 'yes'],
  ['引き受けた accepted', '同意の範囲 what consent names', '–'],
  ['辞退・終了 declined or ended', '– (404)', '–'],
  ['ケースの終了 case closed', '同意の範囲 what consent names', '–'],
];

const cards = [
  '## カードに出るもの / What a card shows',
  '',
  ...table(
    ['class', 'shows'],
    [
      ['numberOnly', 'number, stage, column, phase, due date, holds, lead, version'],
      ['partner + contacts', 'and name, age, corrected age'],
      ['partner + clinical', 'and needs'],
      ['partner + plan', 'and turn, next step, conditions, tracks, carrying organisations'],
      [
        'invited',
        'without the plan nothing; number, stage, lead, version; with contacts name, age, with clinical needs; no board',
      ],
      ['full', 'everything; never kana or birth date'],
      [
        'wall display 壁面, 番号のみ',
        'number, stage, column, phase, due day (named: visit, conference, discharge), holds, lead, version',
      ],
      ['wall display 壁面, イニシャル+月齢', 'and initials, age, corrected age, where contacts may be seen'],
      ['wall display 壁面, 氏名・PINのあと2分', 'as 番号のみ, and the name where contacts may be seen'],
    ],
  ),
];

function whatIsSent(): string[] {
  const senders = roleIds.filter(id => Object.keys(roles[id].sends).length > 0);
  const rows = [...sendableEvents]
    .sort()
    .map(event => [`\`${event}\``, ...senders.map(id => relationsOf(roles[id], event))]);
  return [
    '## できる操作 / What each role sends',
    '',
    'F full · P partner · A asked · N numberOnly · I invited · (w) `mayWaive` のある人だけ only memberships with `mayWaive` · – できない never',
    '',
    ...table(['event', ...senders], rows),
    '',
    '家族が送れるのは、自分が担当の宿題を終えることと、親権のある人による同意の取り消しだけです。',
    'A guardian closes the tasks that it owns itself, and withdraws a consent where it holds parental authority.',
    '',
    'An entry is corrected by whoever may send it. `case.registered` has its own route, `case.merged` and `case.absorbed` are written where two people merge two cases; `adult.prompted`, `due.*`, `fact.begun` and `fact.lapsed` come from the clock.',
  ];
}

function relationsOf(role: Role, event: (typeof sendableEvents)[number]): string {
  const { sends, waives } = role;
  if ((makingExceptions as readonly string[]).includes(event)) return waives ? 'F(w)' : '–';
  const sent = { ...sends, asked: askedEvents(role) };
  const marks = (['full', 'partner', 'asked', 'numberOnly', 'invited'] as const).filter(relation =>
    sent[relation]?.includes(event),
  );
  return marks.map(relation => relationMarks[relation]).join('') || '–';
}

function duties(): string[] {
  const rows = [
    ['登録 register a case for the own organisation', whoHas('mayRegister')],
    ['病院のファイルの取り込み import a hospital’s file', whoHas('mayImport')],
    [
      '施設の一覧の取り込み import public lists of facilities',
      `${whoHas('mayImport')}, ${whoHas('mayKeepResources')}, admin + orgAdmin`,
    ],
    ['資源を見る read the resources', resourceReaders()],
    ['組織と人と壁面の画面の管理 administer people, organisations and wall displays', whoHas('mayAdminister')],
    ['道すじの証明を見る read the proof of the pathway', `${whoHas('readsProof')}, admin + orgAdmin`],
    [
      'ネットワーク全体の件数を見る(5未満は伏せる) see how many cases the network has, under five hidden',
      whoHas('mayCount'),
    ],
  ];
  return [
    '## 子どもによらない操作 / What is not about one child',
    '',
    ...table(['duty', 'roles'], rows),
    '',
    '## 見え方を確かめる / How a case looks to others',
    '',
    `主担当で同意を記録できる役割だけ、自分に見える範囲で: ${previewing.join(', ')}。確かめたことは閲覧の記録に残ります。`,
    'Only roles of the lead that record consent, never wider than what they see themselves; each look is in the access log.',
    '',
    '## 家族を招待する / Inviting a guardian',
    '',
    `主担当で同意を記録できる役割だけ: ${previewing.join(', ')}。取り消すと、開いている画面も2秒以内に閉じます。`,
    'Only roles of the lead that record consent. What is withdrawn ends within two seconds, on open pages too.',
    '',
    '## 閲覧の記録 / Who looked at a child',
    '',
    '`privacyOfficer` のある人だけ、自分の役割で見られる子どもについて。主担当ではすべて、連携先では自分の組織の人の分。',
    'Only memberships with `privacyOfficer`, of children that their role sees: all of it as the lead, else what their own people did.',
    '',
    'ログインとログアウトは、その組織の `privacyOfficer` と管理者が見られます。',
    'Who signed in and out is read by the `privacyOfficer`s and administrators of the organisation.',
  ];
}

const previewing = roleIds.filter(role => roles[role].sends.full?.includes('consent.recorded'));

const aMember = (role: RoleId) => ({
  role,
  flags: [],
  person: '',
  membership: '',
  org: '',
  orgKind: 'hospital' as const,
});
const resourceReaders = (): string =>
  `${roleIds.filter(role => seesResources(aMember(role))).join(', ')}, admin + orgAdmin`;

const whoHas = (
  duty: 'mayRegister' | 'mayImport' | 'mayKeepResources' | 'mayAdminister' | 'mayCount' | 'readsProof',
): string => roleIds.filter((id: RoleId) => roles[id][duty]).join(', ');
