const ERA_BEGINS = { 令和: 2018, 平成: 1988 } as const;

/**
 * The day of which a list is, from its title or its file's name: 令和8年1月1日現在, 2025年7月1日時点, 20250601, 2026.6.1,
 * 202603, r0802. null: none of them says. Of a month, its first day.
 */
export function releasedOn(titles: readonly string[], names: readonly string[]): string | null {
  for (const title of titles) {
    const day = inWords(title.normalize('NFKC').replace(/\s/g, ''));
    if (day !== null) return day;
  }
  for (const name of names) {
    const day = inDigits(name.normalize('NFKC'));
    if (day !== null) return day;
  }
  return null;
}

function inWords(text: string): string | null {
  const found = /(令和|平成)?(\d{1,4}|元)年(\d{1,2})月(\d{1,2})日(?:現在|時点)/.exec(text);
  if (!found) return null;
  const [, era, year, month, day] = found;
  const begins = era === '令和' || era === '平成' ? ERA_BEGINS[era] : 0;
  return dayOf(begins + (year === '元' ? 1 : Number(year)), Number(month), Number(day));
}

function inDigits(name: string): string | null {
  const dotted = /(?<!\d)(20\d\d)[._-](\d{1,2})[._-](\d{1,2})(?!\d)/.exec(name);
  if (dotted) return dayOf(Number(dotted[1]), Number(dotted[2]), Number(dotted[3]));
  const digits = /(?<!\d)(20\d\d)(\d\d)(\d\d)?(?!\d)/.exec(name);
  if (digits) return dayOf(Number(digits[1]), Number(digits[2]), Number(digits[3] ?? 1));
  const era = /(?<![a-z0-9])r(\d\d)(\d\d)(?!\d)/i.exec(name);
  return era ? dayOf(ERA_BEGINS.令和 + Number(era[1]), Number(era[2]), 1) : null;
}

function dayOf(year: number, month: number, day: number): string | null {
  const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}
