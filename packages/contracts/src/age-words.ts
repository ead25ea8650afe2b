import type { Language } from '@kaerimichi/discharge';

/** `1歳2か月` · `8か月` · `1 y 2 mo`, from whole months. */
export function ageWords(months: number, language: Language): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (language === 'ja') return years > 0 ? `${years}歳${rest}か月` : `${rest}か月`;
  return years > 0 ? `${years} y ${rest} mo` : `${rest} mo`;
}
