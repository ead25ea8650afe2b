import { z } from 'zod';
import { expectedValues } from './expected-values.ts';
import { trustedProxies } from './trusted-proxies.ts';

const flag = z.enum(['0', '1']).transform(value => value === '1');
const port = z.coerce.number().int().min(0).max(65_535);
const role = z.enum(['api', 'realtime', 'worker']);

/**
 * Every variable that sets the program up (interface.md). Beside them it reads only how npm started it (standalone's
 * main.ts), and hands PATH on to PostgreSQL.
 */
const variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: trustedProxies.optional(),
  TLS_CERT_FILE: z.string().min(1).optional(),
  TLS_KEY_FILE: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ADMIN_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DEMO: flag.optional(),
  DEMO_EXPOSE: flag.optional(),
  DEMO_PASSWORD: z.string().min(8).optional(),
  /** `small`: ten children, for tests that begin a world of their own. */
  DEMO_WORLD: z.enum(['whole', 'small']).default('whole'),
  ROLES: z
    .string()
    .default('api,realtime,worker')
    .transform(list => list.split(',').map(name => name.trim()))
    .pipe(z.array(role).min(1)),
  NOW: z.iso.datetime().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of mails, with or without a name before the address. */
  MAIL_FROM: z
    .string()
    .regex(/^([^<>"\r\n]+ )?<?[^<>@\s]+@[^<>@\s]+>?$/)
    .optional(),
  /** Whether organisations may have notices sent to a service of theirs. */
  WEBHOOKS: flag.default(true),
  /** Keys by which push services of browsers know this program, and whom they write to; without them no browser is told. */
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^[\w-]{87}$/)
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
  VAPID_SUBJECT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
  /** Tests and development: webhooks and push services may be on this computer, and in the clear. */
  OUTSIDE_LOOPBACK: flag.optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Environment = z.infer<typeof variables> & {
  readonly isEmbedded: boolean;
  readonly isDemo: boolean;
  /** The demo has its start page, on which nobody gives a password: on this computer alone, or where that was asked for. */
  readonly isDemoOpen: boolean;
  readonly isLoopback: boolean;
  /** Notices go to services of organisations: not from a demo that anybody may open and have call elsewhere. */
  readonly isWebhookSent: boolean;
  /** Browsers are told: where there are keys, and not from such a demo either. */
  readonly isPushSent: boolean;
};

const loopback = ['127.0.0.1', 'localhost', '::1'];

/** Reads the environment once; every fault is named with its variable in both languages, and nothing starts. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment | { faults: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  const faults = [...valueFaults(parsed.error?.issues ?? []), ...exposureFaults(given), ...pairFaults(given)];
  if (!parsed.success || faults.length > 0) return { faults };
  const { DATABASE_URL, DEMO, DEMO_EXPOSE, PUBLIC_URL, TRUST_PROXY } = parsed.data;
  const isDemo = DEMO ?? DATABASE_URL === undefined;
  // Behind a proxy it listens on loopback and is reached from elsewhere all the same.
  const isReached = !isLoopback(given) || PUBLIC_URL !== undefined || TRUST_PROXY !== undefined;
  return {
    ...parsed.data,
    isEmbedded: DATABASE_URL === undefined,
    isDemo,
    isDemoOpen: isDemo && (!isReached || DEMO_EXPOSE === true),
    isLoopback: isLoopback(given),
    isWebhookSent: parsed.data.WEBHOOKS && !(isDemo && isReached),
    isPushSent: parsed.data.VAPID_PUBLIC_KEY !== undefined && !(isDemo && isReached),
  };
}

type Given = Readonly<Record<string, string | undefined>>;

const isLoopback = ({ HOST = '127.0.0.1' }: Given) => loopback.includes(HOST);

/** A fault as it is told: the variable with a sentence in Japanese, and below it the English one. */
const faultOf = (variable: string, ja: string, en: string) => `${variable}: ${ja}\n${variable}: ${en}`;

/** The validator's own words are for programmers, and it has one for every entry of a list. */
function valueFaults(issues: readonly { readonly path: readonly PropertyKey[] }[]): string[] {
  return variables
    .keyof()
    .options.filter(variable => issues.some(({ path }) => path[0] === variable))
    .map(variable => faultOf(variable, expectedValues[variable].ja, `wants ${expectedValues[variable].en}`));
}

/** Beyond loopback nothing is served in the clear, and no demo without being asked for. */
function exposureFaults(given: Given): string[] {
  const { HOST, TLS_CERT_FILE, TLS_KEY_FILE, TRUST_PROXY, DEMO_EXPOSE, DATABASE_URL, NOW } = given;
  const isDemo = given.DEMO === undefined ? DATABASE_URL === undefined : given.DEMO === '1';
  const isClear = !(TLS_CERT_FILE && TLS_KEY_FILE) && !TRUST_PROXY;
  const isOpen = !isLoopback(given);
  return [
    ...(isOpen && isClear ? [inTheClear(HOST ?? '')] : []),
    ...(isOpen && isDemo && DEMO_EXPOSE !== '1'
      ? [
          faultOf(
            'DEMO',
            'このコンピューターの外からも届く起動では、DEMO_EXPOSE=1 がなければデモを使えません（実際の情報なら DEMO=0）。',
            'the demo listens beyond loopback only with DEMO_EXPOSE=1 (DEMO=0 for real data)',
          ),
        ]
      : []),
    ...(given.OUTSIDE_LOOPBACK === '1' && isOpen
      ? [
          faultOf(
            'OUTSIDE_LOOPBACK',
            'このコンピューターの中だけで動かすときに指定できます。',
            'only where nothing is reachable from elsewhere',
          ),
        ]
      : []),
    ...(NOW && !isDemo ? [faultOf('NOW', 'デモとテストでだけ指定できます。', 'only in the demo and in tests')] : []),
  ];
}

const inTheClear = (host: string) =>
  faultOf(
    'HOST',
    `${host} は、このコンピューターの外からも届きます。TLS_CERT_FILE と TLS_KEY_FILE を指定するか、TLS を受け持つプロキシの後ろなら TRUST_PROXY を指定してください。`,
    `${host} is reachable from elsewhere; set TLS_CERT_FILE and TLS_KEY_FILE, or TRUST_PROXY behind a proxy that ends TLS`,
  );

/** One of two that say nothing alone: half a certificate would serve in the clear, half an address the wrong database. */
function pairFaults(given: Given): string[] {
  const alone = (there: keyof Given, missing: keyof Given) =>
    given[there] && !given[missing]
      ? [faultOf(missing, `${there} と組で指定してください。`, `is missing beside ${there}`)]
      : [];
  return [
    ...alone('TLS_CERT_FILE', 'TLS_KEY_FILE'),
    ...alone('TLS_KEY_FILE', 'TLS_CERT_FILE'),
    ...alone('ADMIN_DATABASE_URL', 'DATABASE_URL'),
    ...alone('SMTP_URL', 'MAIL_FROM'),
    ...alone('VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY'),
    ...alone('VAPID_PRIVATE_KEY', 'VAPID_PUBLIC_KEY'),
    ...alone('VAPID_PUBLIC_KEY', 'VAPID_SUBJECT'),
  ];
}
