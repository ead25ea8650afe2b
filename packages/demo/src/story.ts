import type { CareNeed, Day } from '@kaerimichi/discharge';

/** One step of an invented story: on which day, by whom (sign-in name), which event; owners in it are sign-in names too. */
export type Step = {
  readonly on: Day;
  readonly by: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
};

export type Story = {
  readonly no?: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly sex: 'female' | 'male';
  readonly bornOn: Day;
  readonly gestationWeeks?: number;
  readonly needs: readonly CareNeed[];
  readonly origin: 'ward' | 'nicu' | 'otherHospital' | 'prenatal' | 'home';
  readonly registeredOn: Day;
  readonly steps: readonly Step[];
};
