/** Rows by table. */
type Counts = Readonly<Record<string, number>>;

const rowsOf = (counts: Counts) => Object.values(counts).reduce((sum, n) => sum + n, 0);
/** Those with rows: an export counts the empty ones too, an import knows only what came. */
const tablesOf = (counts: Counts) => Object.values(counts).filter(n => n > 0).length;

/** As a terminal shows it, Japanese first. */
const both = (ja: string, en: string) => `${ja}\n${en}`;

export const exported = (file: string, counts: Counts): string =>
  both(
    `${file} に、${tablesOf(counts)} の表の ${rowsOf(counts)} 行を書き出しました。データそのものと同じように大切に保管してください。`,
    `${file}: ${rowsOf(counts)} rows of ${tablesOf(counts)} tables. Keep it like the data itself.`,
  );

export const imported = (counts: Counts): string =>
  both(
    `${tablesOf(counts)} の表の ${rowsOf(counts)} 行を読み込みました。npm run verify で確かめられます。`,
    `${rowsOf(counts)} rows of ${tablesOf(counts)} tables. npm run verify proves them.`,
  );

type Verified = { readonly cases: number; readonly events: number; readonly records: number; readonly bad: number };

/** What a check of all chains found. */
export function verified({ cases, events, records, bad }: Verified, seconds: number): string {
  if (bad > 0)
    return both(
      `ケース ${cases} 件に、誤りが ${bad} か所あります。はじめの誤った記録を上に示しました。`,
      `${bad} faults in ${cases} cases; the first bad entries are named above.`,
    );
  const [time, rate] = [seconds.toFixed(1), Math.round(events / seconds)];
  return both(
    `ケース ${cases} 件、記録 ${events} 件、文書 ${records} 件を ${time} 秒で確かめました（毎秒 ${rate} 件）。記録のつながりはすべて完全で、判断もすべて同じです。`,
    `${cases} cases, ${events} entries, ${records} records in ${time} s (${rate} entries a second): all chains are whole, every decision stands.`,
  );
}
