import { ADMIN, type Edit } from './edit.ts'
import { FETCH_ERRORS } from './our-modules.ts'

/** What went wrong is said by the browser, in its own language, or by a program: "Failed to fetch", "Forbidden". */
export const errors: readonly Edit[] = [
  {
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find: 'class FetchError extends Error {',
    replace: `import { inDutch, noAnswer } from '${FETCH_ERRORS}';
const dutchFetch = (...asked) => fetch(...asked).catch((error) => { throw noAnswer(error) });
class FetchError extends Error {`,
  },
  {
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find: 'await fetch(createRequestUrl(url)',
    replace: 'await dutchFetch(createRequestUrl(url)',
  },
  {
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find: 'const fetchError = new FetchError(result.error.message, {',
    replace: `result.error.message = inDutch(result.error.message, response.status);
                const fetchError = new FetchError(result.error.message, {`,
  },
  ...["new FetchError('Server Error')", "new FetchError('Unknown Server Error')"].map((find) => ({
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find,
    replace: "new FetchError(inDutch('', response.status))",
  })),
  // The page of a proxy in the place of an answer.
  {
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find: `} else {
                throw error;
            }`,
    replace: `} else if (error?.name === 'SyntaxError') {
                throw new FetchError(inDutch('', response.status));
            } else {
                throw error;
            }`,
  },
]
