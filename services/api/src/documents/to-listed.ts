import type { CaseDocument } from '@kaerimichi/contracts';
import type { Language } from '@kaerimichi/discharge';
import type { Composed, Template } from '@kaerimichi/documents';
import type { TakenDocument } from '@kaerimichi/store';

type Since = Pick<CaseDocument, 'changed' | 'versions' | 'mayKeep'> & {
  readonly last: TakenDocument | null;
  readonly language: Language;
};

/** A kind of document as it is listed for somebody. */
export const toListed = (
  { id, title, about }: Template,
  { fields, withheld }: Composed,
  { last, changed, versions, mayKeep, language }: Since,
): CaseDocument => ({
  kind: id,
  title: title[language],
  about: about[language],
  recorded: fields.filter(({ isRecorded }) => isRecorded).length,
  places: fields.length,
  open: [...new Set(fields.filter(({ isRecorded }) => !isRecorded).map(({ label }) => label.trim()))],
  withheld: [...withheld],
  last: last && { at: last.at, version: last.version },
  ...{ changed, versions, mayKeep },
});
