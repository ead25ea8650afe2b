import type { CareNeed, Day, origins } from '@kaerimichi/discharge';

/** One step of an invented story: on which day, by whom (name to sign in with), which event as it would be sent. */
export type Step = {
  readonly on: Day;
  readonly by: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
};

export type Child = {
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly sex: 'female' | 'male';
  readonly bornOn: Day;
  readonly gestationWeeks?: number;
  readonly needs: readonly CareNeed[];
  /** Six digits. */
  readonly municipality: string;
  readonly origin: (typeof origins)[number];
};

/** A case as it is told: who registers it on which day, and everything that people did afterwards; the clock speaks by itself. */
export type Story = {
  readonly no: string;
  readonly child: Child;
  readonly reason: string;
  readonly registeredBy: string;
  readonly registeredOn: Day;
  readonly steps: readonly Step[];
};
