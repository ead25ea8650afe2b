import { ageWords, birthDay, childsName, childsSex, partners, town } from './child.ts';
import { blankDay, cell, from, longDay, nothing, printed, ring, type Told, told } from './form.ts';
import type { Known } from './known.ts';
import type { Cell, Paper } from './paper.ts';

/** Whoever accepted one of these parts, by name: a letter goes there unless it is written in otherwise. */
export function receiver(known: Known, ...parts: readonly string[]): Told {
  const found = partners(known).find(({ part, name }) => parts.includes(part) && name !== null);
  return found ? told(found.name, found.from) : nothing;
}

/** 紹介元, as letters of the notice begin: the house that leads, by telephone, and a doctor who signs. */
export const sender = (known: Known): Cell[][] => {
  const { lead = '' } = known.facts;
  return [
    [
      cell('紹介元医療機関の所在地及び名称', 'plan', told(known.orgs[lead]), { width: 1.7 }),
      cell('電話番号', 'plan', told(known.telephones[lead]), { width: 1 }),
    ],
  ];
};

export const doctorSigns: Paper['blocks'][number] = {
  kind: 'signatures',
  lines: [{ label: '医師署名(又は記名押印)', name: null, hasSeal: true }],
};

/** What the forms say of a letter that follows another. */
export const LATER_LETTERS =
  '2回目以降や直接手渡すなど作成した医療機関から送付されたものであることが明らかな場合は、医師の氏名については記名のみとし、署名又は押印を省略しても差し支えない。';

/** The day of a letter is that on which it is signed. */
export const letterDay = (): Cell => printed('記入日', 'plan', { lines: [[blankDay]], from: [] });

export function bornAndAge(known: Known): Told {
  const age = ageWords(known);
  const born = birthDay(known);
  return { ...born, lines: born.lines.map(line => (age ? [...line, ` (${age})`] : line)) };
}

/** 男・女, ringed where it is recorded as one of both. */
export function sexRing(known: Known, label = '性別'): Cell {
  const [said] = childsSex(known).lines.flat();
  const rings = [ring('男', said === '男'), '・', ring('女', said === '女')];
  return printed(label, 'contacts', { lines: [rings], from: [] }, { width: 0.55, isRecorded: said !== undefined });
}

/** Who the child is, in the order of letters. */
export const whoIs = (known: Known): Cell[][] => [
  [cell('患者氏名', 'contacts', childsName(known), { width: 1.5 }), sexRing(known)],
  [cell('生年月日', 'contacts', bornAndAge(known), { width: 1.5 })],
  [cell('患者住所', 'contacts', town(known), { width: 1.5 }), cell('電話番号', 'contacts', nothing, { width: 1 })],
];

/** Day of leaving, as it was or is planned. */
export function leavingDay(known: Known): Told {
  const { discharged, dischargeDay } = known.facts;
  const on = discharged?.day ?? dischargeDay?.day;
  return told(on && longDay(on), discharged ? from(known, 'discharge.done') : []);
}
