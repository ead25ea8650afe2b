import { z } from 'zod';

const flag = z.enum(['0', '1']).transform(value => value === '1');
const port = z.coerce.number().int().min(0).max(65_535);
const role = z.enum(['api', 'realtime', 'worker']);

/** Every variable of the program (interface.md); others are not read anywhere. */
const variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.string().min(1).optional(),
  TLS_CERT_FILE: z.string().min(1).optional(),
  TLS_KEY_FILE: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ADMIN_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DEMO: flag.optional(),
  DEMO_EXPOSE: flag.optional(),
  DEMO_PASSWORD: z.string().min(8).optional(),
  ROLES: z
    .string()
    .default('api,realtime,worker')
    .transform(list => list.split(',').map(name => name.trim()))
    .pipe(z.array(role).min(1)),
  NOW: z.iso.datetime().optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Environment = z.infer<typeof variables> & {
  readonly isEmbedded: boolean;
  readonly isDemo: boolean;
  readonly isLoopback: boolean;
};

const loopback = ['127.0.0.1', 'localhost', '::1'];

/** Reads the environment once; every fault is named with its variable, and nothing starts. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment | { faults: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    return { faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  const isEmbedded = parsed.data.DATABASE_URL === undefined;
  const isDemo = parsed.data.DEMO ?? isEmbedded;
  const environment = { ...parsed.data, isEmbedded, isDemo, isLoopback: loopback.includes(parsed.data.HOST) };
  const faults = exposureFaults(environment);
  return faults.length > 0 ? { faults } : environment;
}

/** Beyond loopback nothing is served in the clear, and no demo without being asked for. */
function exposureFaults(environment: Environment): string[] {
  const { isLoopback, isDemo, HOST } = environment;
  if (isLoopback) return environment.NOW && !isDemo ? ['NOW: only in the demo and in tests'] : [];
  const hasTls = environment.TLS_CERT_FILE && environment.TLS_KEY_FILE;
  const open = hasTls || environment.TRUST_PROXY;
  return [
    ...(open
      ? []
      : [
          `HOST: ${HOST} is reachable from elsewhere; set TLS_CERT_FILE and TLS_KEY_FILE, or TRUST_PROXY behind a proxy that ends TLS`,
        ]),
    ...(isDemo && !environment.DEMO_EXPOSE ? ['DEMO: the demo listens beyond loopback only with DEMO_EXPOSE=1'] : []),
  ];
}
