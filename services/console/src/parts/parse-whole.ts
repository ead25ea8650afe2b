/** So many grams in a unit that a scale shows instead. */
const KILO = 1000;

/**
 * A whole number as people type it (full width, spaces, separators), with its unit behind it or without; null when it is
 * none. Where grams are asked, kilograms are read too if they are said: 7.85kg is 7850.
 */
export function parseWhole(text: string, unit = ''): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/[ー−]/g, '-').toLowerCase();
  if (unit === 'g' && /^\d{1,3}(\.\d{1,3})?kg$/.test(plain)) return Math.round(Number.parseFloat(plain) * KILO);
  const bare = unit !== '' && plain.endsWith(unit.toLowerCase()) ? plain.slice(0, -unit.length) : plain;
  return /^-?\d{1,15}$/.test(bare) ? Number(bare) : null;
}
