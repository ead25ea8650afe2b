import type { CaseView } from '@kaerimichi/contracts';
import { isFitting } from '@kaerimichi/discharge';
import { itemsOf } from './items-of.ts';
import type { FieldSpec } from './schema.ts';
import type { Values } from './values.ts';

/** Fields that have to be answered and leave no choice, with their one answer: nobody is asked to pick it. */
export function soleChoices(fields: readonly FieldSpec[], view: Pick<CaseView, 'facts'>): Values {
  return Object.fromEntries(
    fields.flatMap(field => {
      const [only, ...more] = field.isRequired ? answersOf(field, view) : [];
      return only === undefined || more.length > 0 ? [] : [[field.name, only]];
    }),
  );
}

/** Answers that a field offers, as far as the field and the case alone decide it. */
function answersOf(field: FieldSpec, view: Pick<CaseView, 'facts'>): string[] {
  if (field.kind === 'choice') return field.choices.map(({ value }) => value);
  // An inner item is one of another that is chosen in the form itself.
  if (field.kind !== 'item' || field.allowsNew || field.ref.includes('.')) return [];
  return itemsOf(view, field.ref)
    .filter(item => isFitting(item, field.fits))
    .flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}
