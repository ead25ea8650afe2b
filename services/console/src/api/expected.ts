/** A schema as the contracts would have it, for endpoints that they do not name yet. */
type Is<T> = { readonly _zod: { readonly output: T; readonly input: T } };

export type Organisation = { readonly id: string; readonly name: string; readonly kind: string };
export type Person = { readonly id: string; readonly name: string; readonly identifier: string };
export type Membership = {
  readonly id: string;
  readonly person: string;
  readonly organisation: string;
  readonly role: string;
  readonly flags: readonly string[];
};

type Get<Path extends string, Answer> = { readonly method: 'GET'; readonly path: Path; readonly answer: Is<Answer> };
type Write<Method extends 'POST' | 'PUT', Path extends string, Body, Answer> = {
  readonly method: Method;
  readonly path: Path;
  readonly body: Is<Body>;
  readonly answer: Is<Answer>;
  readonly key: 'required';
};

export type Expected = {
  organisations: Get<'/organisations', { organisations: Organisation[] }>;
  setUp: Write<
    'POST',
    '/setup',
    {
      token: string;
      organisation: { name: string; kind: string };
      person: { name: string; identifier: string; password: string };
    },
    unknown
  >;
  language: Write<'PUT', '/me/language', { language: 'ja' | 'en' }, unknown>;
  listOrganisations: Get<'/admin/organisations', { organisations: Organisation[] }>;
  addOrganisation: Write<'POST', '/admin/organisations', { name: string; kind: string }, unknown>;
  listPeople: Get<'/admin/people', { people: Person[] }>;
  addPerson: Write<'POST', '/admin/people', { name: string; identifier: string; password: string }, unknown>;
  listMemberships: Get<'/admin/memberships', { memberships: Membership[] }>;
  addMembership: Write<
    'POST',
    '/admin/memberships',
    { person: string; organisation: string; role: string; flags: string[] },
    unknown
  >;
};
