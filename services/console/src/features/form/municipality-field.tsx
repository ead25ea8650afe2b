import { kanagawa } from '@kaerimichi/contracts';
import { ComboField } from '../../parts/combo-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { TiedField } from './origin-fields.tsx';

const listed = kanagawa.map(({ code, name, reading }) => ({ value: code, label: name, reading }));

/** Where a child lives, by code: municipalities and wards of the prefecture, found by name or reading. */
export function MunicipalityField(field: TiedField) {
  const { say } = useSpeech();
  // Of an address elsewhere, as another system sent it.
  const isListed = field.value === '' || listed.some(({ value }) => value === field.value);
  const options = isListed ? listed : [...listed, { value: field.value, label: field.value }];
  return <ComboField {...field} hint={say('register.municipalityHint')} options={options} />;
}
