import { allEndpoints, type Endpoint, problem } from '@kaerimichi/contracts';
import { cookieName, screenCookieName } from '@kaerimichi/runtime';
import { createDocument, type oas31, type ZodOpenApiPathsObject } from 'zod-openapi';

/** The whole surface as OpenAPI 3.1, from the same contracts that the endpoints are parsed with. */
function openApiOf(endpoints: readonly Endpoint[]): oas31.OpenAPIObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'かえりみち (Kaerimichi)',
      version: '1',
      description: 'The way home: discharge of children with medical care needs.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }],
    components: { securitySchemes: { session, screen } },
    paths,
  });
}

const session = {
  type: 'apiKey' as const,
  in: 'cookie' as const,
  name: cookieName(false),
  description: `Set by POST /session; over TLS its name is ${cookieName(true)}.`,
};

const screen = {
  ...session,
  name: screenCookieName(false),
  description: `Of a wall display, set by POST /wall/session; over TLS its name is ${screenCookieName(true)}.`,
};

const bytes = { schema: { type: 'string' as const, format: 'binary' } };

const form = { schema: { type: 'object' as const, properties: { file: bytes.schema }, required: ['file'] } };

/** What is sent: an object by its schema, or a file as it is. */
function contentOf({ body, file }: Pick<Endpoint, 'body' | 'file'>) {
  if (body) return { 'application/json': { schema: body } };
  return file && Object.fromEntries(file.map(type => [type, type === 'multipart/form-data' ? form : bytes]));
}

/** What is answered: a file as it is, else an object by its schema. */
const answerOf = ({ answer, answers }: Pick<Endpoint, 'answer' | 'answers'>) =>
  answers ? { [answers]: bytes } : { 'application/json': { schema: answer } };

function operationOf(endpoint: Endpoint) {
  const { summary, params, query, body, file, status, key, match, open, device } = endpoint;
  const content = contentOf({ ...(body && { body }), ...(file && { file }) });
  const headers = [
    ...(key
      ? [
          {
            in: 'header' as const,
            name: 'Idempotency-Key',
            required: key === 'required',
            schema: { type: 'string' as const },
          },
        ]
      : []),
    ...(match
      ? [{ in: 'header' as const, name: 'If-Match', required: true, schema: { type: 'string' as const } }]
      : []),
  ];
  return {
    summary,
    ...(open ? { security: [] } : {}),
    ...(device ? { security: [{ screen: [] }] } : {}),
    parameters: headers,
    requestParams: { ...(params ? { path: params } : {}), ...(query ? { query } : {}) },
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      [status]: {
        description: summary,
        ...(status === 204 ? {} : { content: answerOf(endpoint) }),
      },
      default: {
        description: 'Refused, with every reason or fault',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  };
}

/** docs/openapi.json; of those that a deployment has, what its GET /openapi.json answers. */
export const openApiDocument = (endpoints: readonly Endpoint[] = allEndpoints): string =>
  `${JSON.stringify(openApiOf(endpoints), null, 2)}\n`;
