import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Words } from '@kaerimichi/discharge';
import { isOwnHost, isOwnOrigin } from '@kaerimichi/runtime';
import { StoreBusy } from '@kaerimichi/store';
import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import helmet from 'helmet';
import { administrationImplementations } from './endpoints/administration.ts';
import { aftercareImplementations } from './endpoints/aftercare.ts';
import { attachmentImplementations } from './endpoints/attachments.ts';
import { boardImplementations } from './endpoints/board.ts';
import { boardTableImplementations } from './endpoints/board-table.ts';
import { caseSearchImplementations } from './endpoints/case-search.ts';
import { caseSourceImplementations } from './endpoints/case-source.ts';
import { caseViewImplementations } from './endpoints/case-view.ts';
import { caseImplementations } from './endpoints/cases.ts';
import { checklistImplementations } from './endpoints/checklists.ts';
import { conferenceImplementations } from './endpoints/conferences.ts';
import { demoImplementations } from './endpoints/demo.ts';
import { documentImplementations } from './endpoints/documents.ts';
import { dutyImplementations } from './endpoints/duty.ts';
import { facilityImplementations } from './endpoints/facilities.ts';
import { familyImplementations } from './endpoints/family.ts';
import { formDraftImplementations } from './endpoints/form-drafts.ts';
import { guardianImplementations } from './endpoints/guardians.ts';
import { guestImplementations } from './endpoints/guests.ts';
import { handoffPaperImplementations } from './endpoints/handoff-papers.ts';
import { handoffImplementations } from './endpoints/handoffs.ts';
import { houseCountImplementations } from './endpoints/house-counts.ts';
import { importImplementations, takesFiles } from './endpoints/imports.ts';
import { inboxImplementations } from './endpoints/inbox.ts';
import { joiningImplementations } from './endpoints/joining.ts';
import { membershipImplementations } from './endpoints/memberships.ts';
import { mergeDecisions } from './endpoints/merge-decisions.ts';
import { mergeImplementations } from './endpoints/merges.ts';
import { morning } from './endpoints/morning.ts';
import { overrideImplementations } from './endpoints/overrides.ts';
import { pageFaultImplementations } from './endpoints/page-faults.ts';
import { passwordSlipImplementations } from './endpoints/password-slips.ts';
import { pathwayImplementations } from './endpoints/pathway.ts';
import { preparationImplementations } from './endpoints/preparation.ts';
import { proposalImplementations } from './endpoints/proposals.ts';
import { pushImplementations } from './endpoints/push.ts';
import { referralImplementations } from './endpoints/referrals.ts';
import { reportImplementations } from './endpoints/reports.ts';
import { ruleSetImplementations } from './endpoints/rule-sets.ts';
import { ruleImplementations } from './endpoints/rules.ts';
import { savedViewImplementations } from './endpoints/saved-views.ts';
import { screenImplementations } from './endpoints/screens.ts';
import { seenImplementations } from './endpoints/seen.ts';
import { sessionImplementations } from './endpoints/session.ts';
import { signInImplementations } from './endpoints/sign-ins.ts';
import { substituteImplementations } from './endpoints/substitutes.ts';
import { taskChanges } from './endpoints/task-changes.ts';
import { taskImplementations } from './endpoints/tasks.ts';
import { visitImplementations } from './endpoints/visits.ts';
import { wallImplementations } from './endpoints/wall.ts';
import { webhookImplementations } from './endpoints/webhooks.ts';
import { healthRoutes } from './health.ts';
import { hotRoute } from './hot-route.ts';
import type { Implementation } from './implement.ts';
import { progressOfImports } from './imports/progress.ts';
import { fileReceiver } from './imports/receive-file.ts';
import { isDemoThere } from './is-demo-there.ts';
import { logBusy, logFault } from './log-fault.ts';
import { openApiDocument } from './open-api.ts';
import type { ApiPorts } from './ports.ts';
import { askingOf, sendProblem, toProblem } from './problem.ts';
import { decodeUtf8, isUtf8, JSON_LIMIT, notJson, notUtf8, parseJson, tooLarge } from './read-body.ts';

export const API = '/api/v1';

/** Each part of the interface, in the order in which a path is looked for. */
const parts: readonly ((ports: ApiPorts) => Implementation[])[] = [
  seenImplementations,
  pageFaultImplementations,
  sessionImplementations,
  pathwayImplementations,
  ruleImplementations,
  ruleSetImplementations,
  overrideImplementations,
  boardImplementations,
  boardTableImplementations,
  dutyImplementations,
  savedViewImplementations,
  taskImplementations,
  inboxImplementations,
  formDraftImplementations,
  taskChanges,
  morning,
  substituteImplementations,
  caseImplementations,
  checklistImplementations,
  conferenceImplementations,
  documentImplementations,
  visitImplementations,
  preparationImplementations,
  aftercareImplementations,
  // `/cases/similar` before `/cases/:id`, which would take its name for an id.
  caseSearchImplementations,
  caseViewImplementations,
  caseSourceImplementations,
  guardianImplementations,
  joiningImplementations,
  guestImplementations,
  familyImplementations,
  handoffImplementations,
  handoffPaperImplementations,
  referralImplementations,
  mergeImplementations,
  mergeDecisions,
  reportImplementations,
  houseCountImplementations,
  administrationImplementations,
  membershipImplementations,
  proposalImplementations,
  passwordSlipImplementations,
  signInImplementations,
  screenImplementations,
  wallImplementations,
  webhookImplementations,
  pushImplementations,
];

export function implementationsOf(ports: ApiPorts): Implementation[] {
  const progress = progressOfImports();
  const receive = fileReceiver(ports);
  return [
    ...parts.flatMap(made => made(ports)),
    ...importImplementations(ports, progress, receive),
    ...facilityImplementations(ports, progress, receive),
    ...attachmentImplementations(ports, receive),
    ...(ports.demo ? demoImplementations(ports, ports.demo) : []),
  ];
}

/** Everything over HTTP: the hot route first, then Express with the endpoints and the built console. */
export function createApi(ports: ApiPorts): RequestListener {
  const app = createApp(ports);
  const hot = hotRoute(ports);
  return (request: IncomingMessage, response: ServerResponse) => {
    // The hot route is ahead of the security headers that every other answer has.
    response.setHeader('x-content-type-options', 'nosniff');
    if (!isOwnHost(request, ports.settings))
      return sendProblem(response, toProblem({ code: 'foreign-origin', detail: foreignHost }, askingOf(request)));
    if (!hot(request, response)) app(request, response);
  };
}

const foreignHost =
  'この名前では開けません。localhost か PUBLIC_URL のアドレスで開いてください。 / Not reached by this name: open it as localhost, or as PUBLIC_URL says.';

function createApp(ports: ApiPorts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  if (ports.settings.trustProxy) app.set('trust proxy', ports.settings.trustProxy);
  app.use(securityHeaders(ports));
  // Nothing of a child's way is for a search engine, least of all a page that a guest opens by a link.
  app.use((_request, response, next) => {
    response.setHeader('x-robots-tag', 'noindex, nofollow');
    next();
  });
  healthRoutes(app, ports);
  app.use(API, refuseForeign(ports), apiRouter(ports));
  serveConsole(app, ports);
  app.use((request, response) => sendProblem(response, toProblem({ code: 'not-found' }, askingOf(request))));
  app.use(lastResort(ports));
  return app;
}

/** No inline script or style, nothing from another host, no frame. */
function securityHeaders({ settings }: ApiPorts): RequestHandler {
  const self = ["'self'"];
  const { publicOrigin } = settings;
  const directives = {
    defaultSrc: self,
    scriptSrc: self,
    styleSrc: self,
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: self,
    // 'self' is the own sockets too; browsers from before 2022 want their address.
    connectSrc: publicOrigin === null ? self : ["'self'", publicOrigin.replace(/^http/, 'ws')],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: self,
    frameAncestors: ["'none'"],
  };
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: settings.isSecure ? { maxAge: 31_536_000 } : false,
  });
}

function refuseForeign({ settings }: ApiPorts): RequestHandler {
  return (request, response, next) =>
    isOwnOrigin(request, settings.publicOrigin)
      ? next()
      : sendProblem(response, toProblem({ code: 'foreign-origin' }, askingOf(request)));
}

function apiRouter(ports: ApiPorts): express.Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  const implementations = implementationsOf(ports);
  const json = express.json({ limit: JSON_LIMIT, strict: false, type: () => true, verify: keepRaw });
  router.use(compression({ level: 1, threshold: 4096 }));
  router.use((request, response, next) => (takesFiles(request) ? next() : json(request, response, next)));
  // Out of the router: what is there for nobody is answered as what never was.
  router.use('/demo', (request, _response, next) => next(isDemoThere(ports, request) ? undefined : 'router'));
  for (const { endpoint, handle } of implementations) {
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    router[method](endpoint.path, (request, response) => handle(request, response));
  }
  let document: string | null = null;
  router.get('/openapi.json', (_request, response) => {
    document ??= openApiDocument(implementations.map(({ endpoint }) => endpoint));
    response.type('application/json').send(document);
  });
  router.get('/docs/initializer.js', (_request, response) => void response.type('text/javascript').send(docsScript));
  router.get('/docs', (_request, response) => void response.type('html').send(docsPage));
  router.use(
    '/docs',
    express.static(join(import.meta.dirname, '../node_modules/swagger-ui-dist'), { index: false }),
    express.static(join(import.meta.dirname, '../../../node_modules/swagger-ui-dist'), { index: false }),
  );
  for (const [path, methods] of methodsByPath(implementations))
    router.all(path, (request, response) =>
      sendProblem(
        response,
        {
          ...toProblem(
            {
              code: 'bad-input',
              detail: `ここでは ${request.method} を使えません。 / ${request.method} is not offered here.`,
            },
            askingOf(request),
          ),
          status: 405,
        },
        { allow: methods.join(', ') },
      ),
    );
  return router;
}

function methodsByPath(implementations: readonly Implementation[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { endpoint } of implementations)
    methods.set(endpoint.path, [...(methods.get(endpoint.path) ?? []), endpoint.method]);
  return methods;
}

/** Keeps the text for the key's hash, and refuses what the parser would take but no client of ours sends. */
const keepRaw = (request: IncomingMessage, _response: ServerResponse, buffer: Buffer) => {
  const text = isUtf8(request.headers['content-type']) ? decodeUtf8(buffer) : null;
  if (text === null) throw unreadableBody(notUtf8);
  (request as Request & { raw?: string }).raw = text;
  const json = text === '' ? null : parseJson(text);
  if (json?.ok === false) throw unreadableBody(json.why);
};

const unreadableBody = (why: Words) => Object.assign(new Error(why.en), { status: 400, why });

const docsPage =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>かえりみち API</title><link rel="stylesheet" href="/api/v1/docs/swagger-ui.css"></head><body><div id="ui"></div><script src="/api/v1/docs/swagger-ui-bundle.js"></script><script src="/api/v1/docs/initializer.js"></script></body></html>';
const docsScript = "window.SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#ui' });";

/** Hashed files are kept for ever, the page itself is asked for each time. */
function serveConsole(app: Express, { settings }: ApiPorts): void {
  app.use(
    '/assets',
    express.static(join(settings.consoleDir, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  app.use(express.static(settings.consoleDir, { index: false, maxAge: 0 }));
  app.get('/{*path}', (request, response, next) => {
    if (/^\/(api|socket\.io|assets)(\/|$)/.test(request.path)) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(join(settings.consoleDir, 'index.html'), fault => fault && next());
  });
}

type Fault = { status?: number; type?: string; why?: Words };

/** A fault is logged once with its request id and told without detail. */
function lastResort(ports: ApiPorts): ErrorRequestHandler {
  return (fault: Fault, request: Request, response: Response, _next) => {
    const asking = askingOf(request);
    if (response.headersSent) return void response.end();
    if (fault instanceof StoreBusy) {
      logBusy(ports, asking);
      return sendProblem(response, toProblem({ code: 'busy' }, asking));
    }
    const isClients = typeof fault.status === 'number' && fault.status >= 400 && fault.status < 500;
    if (isClients)
      return sendProblem(
        response,
        toProblem({ code: 'bad-input', issues: [{ path: '', message: clientFault(fault) }] }, asking),
      );
    logFault(ports, asking, fault);
    return sendProblem(response, toProblem({ code: 'fault' }, asking));
  };
}

function clientFault({ type, why }: Fault): Words {
  if (why) return why;
  if (type === 'entity.too.large') return tooLarge(JSON_LIMIT);
  if (type === 'charset.unsupported') return notUtf8;
  return type === 'entity.parse.failed' ? notJson : unreadable;
}

const unreadable: Words = { ja: '送られた内容を読み取れません。', en: 'The request cannot be read.' };
