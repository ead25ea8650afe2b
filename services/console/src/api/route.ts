/** What the console needs to know of an endpoint; every `Endpoint` of the contracts is one. */
export type EndpointLike = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly answer: { readonly _zod: { readonly output: unknown } };
};

/**
 * An endpoint of the contract as the console calls it: method and path are checked against the contract's type, its
 * schemas stay on the server (an answer comes from the same origin and build).
 */
export type Route<E extends EndpointLike> = { readonly method: E['method']; readonly path: E['path']; readonly of?: E };

export const route = <E extends EndpointLike>(method: E['method'], path: E['path']): Route<E> => ({ method, path });

export type Answer<E extends EndpointLike> = E['answer']['_zod']['output'];
type Input<S> = S extends { _zod: { input: infer I } } ? I : never;

/** What a call carries: exactly the parts its endpoint has. `key` and `match` as the contract marks them. */
export type Carry<E extends EndpointLike> = (E extends { params: infer P } ? { params: Input<P> } : unknown) &
  (E extends { query: infer Q } ? { query?: Input<Q> } : unknown) &
  (E extends { body: infer B } ? { body: Input<B> } : unknown) &
  (E extends { key: 'required' } ? { key: string } : unknown) &
  (E extends { match: 'required' } ? { match: string } : unknown) &
  Manner;

type Manner = {
  readonly signal?: AbortSignal;
  /**
   * A request that nobody made by hand: whether it reaches the server says nothing about what people can do, and it keeps
   * no session open.
   */
  readonly isQuiet?: boolean;
};

/** The same without types, as it goes to `fetch`. */
export type Loose = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly match?: string;
} & Manner;

/** `/cases/:id` and its values to `/api/v1/cases/c1?after=3`. */
export function urlOf(path: string, carry: Loose): string {
  const filled = path.replace(/:(\w+)/g, (_place, name: string) =>
    encodeURIComponent(String(carry.params?.[name] ?? '')),
  );
  const query = Object.entries(carry.query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(query.map(([name, value]) => [name, String(value)])).toString();
  return `/api/v1${filled}${search ? `?${search}` : ''}`;
}

/** The body and the answer of a route, for the forms and lists made of them. */
export type BodyOf<R> = R extends Route<infer E> ? (E extends { body: infer B } ? Input<B> : never) : never;
export type AnswerOf<R> = R extends Route<infer E> ? Answer<E> : never;
