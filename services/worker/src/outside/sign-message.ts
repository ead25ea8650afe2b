import { createHmac } from 'node:crypto';

type Message = { readonly id: string; readonly at: string; readonly body: string };

/**
 * Headers of a message as Standard Webhooks names them: an id that stays in each try, the second of this try, and a
 * signature by each secret that holds (`whsec_` and base64) over all three.
 */
export function signMessage({ id, at, body }: Message, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(Date.parse(at) / 1_000));
  const signatures = secrets.map(secret => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
