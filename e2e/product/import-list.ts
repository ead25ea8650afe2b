import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';

export type ListReport = {
  readonly id: string | null;
  readonly rows: Readonly<Record<'read' | 'new' | 'changed' | 'same' | 'refused', number>>;
  readonly parts: readonly {
    readonly list: { readonly id: string } | null;
    readonly holds: { readonly ja: string } | null;
    readonly read: number;
    readonly refused: number;
    readonly kinds: readonly { readonly kind: string; readonly n: number }[];
  }[];
  readonly issues: readonly {
    readonly path: string;
    readonly why: string;
    readonly rows: number;
    readonly isRefused: boolean;
  }[];
  readonly issueCount: number;
};

/** Sends a list of facilities as a form, as another system would. */
export async function importList(
  { url, cookie }: Client,
  file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  dryRun = false,
): Promise<{ status: number; report: ListReport }> {
  const body = new FormData();
  body.append('file', new Blob([file.bytes]), file.name);
  const headers = { cookie, 'idempotency-key': randomUUID() };
  const path = `${url}/api/v1/imports/facilities${dryRun ? '?dryRun=1' : ''}`;
  const answer = await fetch(path, { method: 'POST', headers, body });
  return { status: answer.status, report: (await answer.json()) as ListReport };
}

/** Invented stations and homes in the layout of 介護サービス情報公表. */
export const inventedList: Uint8Array<ArrayBuffer> = new TextEncoder().encode(
  [
    '都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,緯度,経度,電話番号,事業所番号,定員',
    ...[
      ['142051', '藤沢市', '架空しおかぜ訪問看護', 'カクウシオカゼ', '訪問看護'],
      ['142077', '茅ケ崎市', '架空なぎさ訪問看護', 'カクウナギサ', '訪問看護'],
      ['142051', '藤沢市', '架空ひなた短期入所', 'カクウヒナタ', '短期入所生活介護'],
    ].map(
      ([code, city, name, kana, service], n) =>
        `${code},${n},神奈川県,${city},${name},${kana},${service},神奈川県${city}架空1-${n},0,0,0466-00-000${n},146009000${n},10`,
    ),
    '142051,9,神奈川県',
  ].join('\r\n'),
);
