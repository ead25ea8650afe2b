/** Of a request id so many digits: read out on the telephone, and looked for in the log of about that time. */
const DIGITS = 6;

/** 記録番号: a request id as short as one says it, `7F3A-21`; the log of a fault has the same. Empty where there is none. */
export function recordNumberOf(requestId: string): string {
  const digits = requestId.replaceAll('-', '').slice(0, DIGITS).toUpperCase();
  return digits.length < DIGITS ? '' : `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
