import { type FacilityKind, fold } from '@kaerimichi/discharge';
import { cleanText, cutText, phoneOf, pointOf } from './clean-text.ts';
import { type Details, type FacilityRead, refuse } from './facility.ts';
import { municipalityCode, municipalityOf } from './municipality-of.ts';

/** A row as its list writes it. */
export type Written = {
  readonly list: string;
  /** The official number; null where the list has none: then name and place are the key. */
  readonly number: string | null;
  readonly kind: FacilityKind;
  readonly name: string;
  readonly kana?: string;
  readonly address?: string;
  /** Two digits, where the address may name none. */
  readonly prefecture?: string | null;
  /** Code or name of the municipality, where the list has it beside the address. */
  readonly municipality?: string;
  readonly phone?: string;
  readonly latitude?: unknown;
  readonly longitude?: unknown;
  readonly details?: Readonly<Record<string, string | number | readonly string[] | null>>;
};

const TOTAL = /^(合計|総計|小計|計|総合計)$/;
const MOST = { name: 200, kana: 200, address: 300, detail: 500, key: 300, items: 60 };

/** A row as it is kept, or why it is not. */
export function toFacility(written: Written): FacilityRead {
  const name = cleanText(written.name);
  const kana = cleanText(written.kana ?? '');
  const address = cleanText(written.address ?? '');
  if (name !== null && TOTAL.test(name)) return refuse('total', '合計の行です。', 'It is a row of totals.');
  if (name === null) return refuse('noName', '名前がありません。', 'It has no name.');
  if (name.length > MOST.name || (kana?.length ?? 0) > MOST.kana || (address?.length ?? 0) > MOST.address)
    return refuse('tooLong', '名前か住所が長すぎます。', 'Its name or address is too long.');
  const municipality = placeOfRow(written, address);
  if (written.number === null && address === null && municipality === null)
    return refuse(
      'noKey',
      '番号も住所もなく、どの施設か分かりません。',
      'Neither number nor address says which it is.',
    );
  const key = written.number ?? `${fold(name)} ${municipality ?? ''} ${fold(address ?? '')}`;
  return {
    ok: true,
    facility: {
      list: written.list,
      key: key.slice(0, MOST.key),
      kind: written.kind,
      name,
      kana,
      address,
      municipality,
      phone: phoneOf(written.phone ?? ''),
      ...pointOf(written.latitude, written.longitude),
      details: detailsOf(written.details ?? {}),
    },
  };
}

/** Where it stands is what its address says; beside it, what the list says. */
function placeOfRow({ municipality = '', prefecture = null }: Written, address: string | null): string | null {
  const named = municipalityOf(municipality, prefecture);
  const known = municipalityCode(municipality) ?? named;
  const within = prefecture ?? known?.slice(0, 2) ?? null;
  return (address === null ? null : municipalityOf(address, within)) ?? known;
}

function detailsOf(details: NonNullable<Written['details']>): Details {
  const kept = Object.entries(details).flatMap(([name, value]) => {
    const clean = detailOf(value);
    return clean === null || (Array.isArray(clean) && clean.length === 0) ? [] : [[name, clean] as const];
  });
  return Object.fromEntries(kept);
}

function detailOf(value: string | number | readonly string[] | null) {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string') return cutText(cleanText(value), MOST.detail);
  return (value ?? []).slice(0, MOST.items).flatMap(item => cutText(cleanText(item), MOST.detail) ?? []);
}
