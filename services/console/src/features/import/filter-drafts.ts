import type { Draft } from '@kaerimichi/contracts';
import { fold } from '@kaerimichi/discharge';
import { draftName } from './draft-name.ts';

const shows = ['', 'waiting', 'marked', 'case'] as const;
export type DraftFilter = { readonly text: string; readonly show: (typeof shows)[number] };
export const noFilter: DraftFilter = { text: '', show: '' };

/** The choice of a select, which knows texts only. */
export const shown = (value: string): DraftFilter['show'] => shows.find(show => show === value) ?? '';

/** Drafts whose name, kana or hospital number holds the text, whichever kana or case it is typed in. */
export function filterDrafts(drafts: readonly Draft[], { text, show }: DraftFilter): readonly Draft[] {
  const wanted = fold(text);
  return drafts.filter(
    draft =>
      isShown(draft, show) &&
      [draftName(draft), kanaOf(draft), draft.hospitalNumber ?? ''].some(word => fold(word).includes(wanted)),
  );
}

const kanaOf = ({ familyKana, givenKana }: Draft): string => `${familyKana ?? ''}${givenKana ?? ''}`;

function isShown({ caseId, marks }: Draft, show: DraftFilter['show']): boolean {
  if (show === 'case') return caseId !== null;
  if (show === 'marked') return marks.length > 0;
  return show === '' || caseId === null;
}
