import type { Day } from '@kaerimichi/discharge';
import { shortDay } from './form.ts';
import type { Block, Paper } from './paper.ts';

/** A version that is kept, as its paper says it: which, in what state, approved by whom. */
export type Edition = {
  readonly nth: number;
  readonly state: 'draft' | 'approved' | 'inForce' | 'replaced' | 'withdrawn';
  readonly approved: { readonly by: string; readonly on: Day } | null;
  readonly issuedOn: Day | null;
  /** SHA-256 of what stands on it, in hexadecimal. */
  readonly content: string;
};

const states = {
  draft: '下書き',
  approved: '承認済み',
  inForce: '有効',
  replaced: '差し替え済み',
  withdrawn: '取り下げ',
} as const;

/** `第3版(有効)`: in the foot of every page. */
export const editionWords = ({ nth, state }: Pick<Edition, 'nth' | 'state'>): string => `第${nth}版(${states[state]})`;

const warnings: Partial<Record<Edition['state'], string>> = {
  draft: '下書きです。まだ承認されていません。',
  approved: '承認済みですが、まだ有効になっていません。',
  replaced: '差し替え済みの古い版です。使わないでください。',
  withdrawn: '取り下げられた版です。使わないでください。',
};
/** So much of a fingerprint tells two versions apart. */
const SHOWN = 16;

/** A paper with its version: what is not in force says so first, and who approved it stands at its end. */
export function withEdition(paper: Paper, edition: Edition): Paper {
  const { approved, issuedOn, content } = edition;
  const warning = warnings[edition.state];
  const said = [
    editionWords(edition),
    approved ? `承認 ${approved.by} ${shortDay(approved.on)}` : null,
    issuedOn ? `有効 ${shortDay(issuedOn)}から` : null,
    `内容の指紋 ${content.slice(0, SHOWN)}`,
  ];
  const first: Block[] = warning ? [{ kind: 'remark', text: `【${warning}】` }] : [];
  const last: Block = { kind: 'remark', text: said.filter(part => part !== null).join(' / ') };
  return { ...paper, blocks: [...first, ...paper.blocks, last] };
}
