const digitsOf = (code: string): number[] => [...code].map(Number);

/** 検査数字 of a 全国地方公共団体コード: of the five digits before it; null where they are not five digits. */
export function municipalityCheckDigit(five: string): number | null {
  if (!/^\d{5}$/.test(five)) return null;
  const sum = digitsOf(five).reduce((total, digit, at) => total + digit * (6 - at), 0);
  // Below 11 the sum itself is taken from 11.
  return (11 - (sum % 11)) % 10;
}

/** Six digits whose last is their check digit; whether such a municipality exists is not asked. */
export const isMunicipalityCode = (code: string): boolean =>
  /^\d{6}$/.test(code) && municipalityCheckDigit(code.slice(0, 5)) === Number(code[5]);

/** 検証番号 of insurer and 公費 numbers: weights 2 and 1 from the right, digits of each product added (モジュラス10 ウェイト2・1分割). */
export function insurerCheckDigit(before: string): number | null {
  if (!/^\d+$/.test(before)) return null;
  const sum = digitsOf(before)
    .reverse()
    .map((digit, at) => (at % 2 === 0 ? digit * 2 : digit))
    .reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
  return (10 - (sum % 10)) % 10;
}

/** 保険者番号 (8 digits, 国保 6) or 公費負担者番号 (8): what it is written with, and its check digit. */
export const isInsurerNumber = (number: string): boolean =>
  /^(\d{6}|\d{8})$/.test(number) && insurerCheckDigit(number.slice(0, -1)) === Number(number.at(-1));

/** 公費受給者番号: 7 digits with a check digit. */
export const isBeneficiaryNumber = (number: string): boolean =>
  /^\d{7}$/.test(number) && insurerCheckDigit(number.slice(0, -1)) === Number(number.at(-1));
