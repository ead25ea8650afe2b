import { expect, it } from 'vitest';
import { openApiDocument } from './open-api.ts';

const { paths, security, components } = JSON.parse(openApiDocument());

it('tells that a session cookie is wanted everywhere but where one signs in or nobody is asked for', () => {
  expect(components.securitySchemes.session).toMatchObject({
    type: 'apiKey',
    in: 'cookie',
    name: 'kaerimichi_session',
  });
  expect(security).toEqual([{ session: [] }]);
  expect(paths['/session'].post.security).toEqual([]);
  expect(paths['/board'].get.security).toBeUndefined();
});

it('tells the file that an import takes, as it is', () => {
  const { required, content } = paths['/imports/fhir'].post.requestBody;
  expect(required).toBe(true);
  expect(Object.keys(content)).toEqual(['application/fhir+json', 'application/fhir+ndjson']);
  expect(content['application/fhir+ndjson'].schema).toEqual({ type: 'string', format: 'binary' });
});
