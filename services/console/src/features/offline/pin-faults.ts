/** A PIN of fewer digits is tried out too soon (experience.md §17). */
export const PIN_DIGITS = 6;

export type PinFault = 'offline.pinShort' | 'offline.pinEasy' | 'offline.pinOther';

/** Digits one after the other, up or down, or one alone: what is tried first. */
const isEasy = (pin: string): boolean => {
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])));
  return steps.size === 1 && [...steps].every(step => Math.abs(step) <= 1);
};

/** What speaks against a PIN; null: nothing. Full-width digits are digits. */
export function pinFault(typed: string, repeated: string): PinFault | null {
  const pin = readPin(typed);
  if (!new RegExp(`^\\d{${PIN_DIGITS},32}$`).test(pin)) return 'offline.pinShort';
  if (isEasy(pin)) return 'offline.pinEasy';
  return pin === readPin(repeated) ? null : 'offline.pinOther';
}

export const readPin = (typed: string): string => typed.normalize('NFKC').trim();
