import { type Endpoint, expose, type Remote, transfer, wrap } from 'comlink';
import { type Language, useLanguage } from '../words';
import { ownBuffers } from './transfer';
import type { Work } from './types';

/** A `Work` as it is seen over a border: one function, so that a call is data; it comes with the language to answer in. */
export interface RemoteWork {
  call<M extends keyof Work>(method: M, args: Parameters<Work[M]>, language: Language): ReturnType<Work[M]>;
}

/** The worker's side: answers calls with `work`; columns of an answer are moved, not copied. */
export function serve(work: Work, endpoint?: Endpoint): void {
  const remote: RemoteWork = {
    call(method, args, language) {
      useLanguage(language);
      const answer = (work[method] as (...given: typeof args) => ReturnType<Work[typeof method]>)(...args);
      // A plain true or false has nothing to move.
      return typeof answer === 'object' ? transfer(answer, ownBuffers(answer)) : answer;
    },
  };
  expose(remote, endpoint);
}

/** The other side of `serve`. A call to a worker that has died never settles: whoever calls must watch the worker. */
export const connect = (endpoint: Endpoint): Remote<RemoteWork> => wrap<RemoteWork>(endpoint);
