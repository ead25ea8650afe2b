import { kanagawa } from '@kaerimichi/contracts';
import { ComboField } from '../../parts/combo-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { TiedField } from './origin-fields.tsx';

const listed = kanagawa.map(({ code, name, reading }) => ({ value: code, label: name, reading }));

/**
 * Where a child lives, by code: municipalities and wards of the prefecture, found by name or reading. `address`: as a file
 * writes it, told beside the field.
 */
export function MunicipalityField({ address = '', ...field }: TiedField & { readonly address?: string | undefined }) {
  const { say } = useSpeech();
  // Of an address elsewhere, as another system sent it.
  const isListed = field.value === '' || listed.some(({ value }) => value === field.value);
  const options = isListed ? listed : [...listed, { value: field.value, label: field.value }];
  const hint = say('register.municipalityHint');
  const told = address === '' ? hint : say('register.addressOfFile', { hint, address });
  return <ComboField {...field} hint={told} options={options} />;
}
