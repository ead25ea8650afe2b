import { problemOf } from '../../api/problem-error.ts';

/** As the server asks (安全管理ガイドライン 6.0). */
export const LEAST_PASSWORD = 13;

/** The chosen value, when it is one of the choices. */
export const chosenOf = <T extends string>(choices: readonly T[], value: string): T | undefined =>
  choices.find(choice => choice === value);

/** What the server found wrong with one field of the last attempt. */
export const faultOf = (error: unknown, path: string): string | undefined =>
  problemOf(error)?.issues?.find(issue => issue.path === path)?.message;
