/** What an editor reads when a request to the CMS goes wrong, whatever the language of the browser. */

/** What programs say of an answer without a reason of its own. */
const BARE = new Set([
  '',
  'Bad Gateway',
  'Bad Request',
  'Forbidden',
  'Forbidden access',
  'Gateway Timeout',
  'Internal Server Error',
  'Method Not Allowed',
  'Not Found',
  'Payload Too Large',
  'Policy Failed',
  'Service Unavailable',
  'Too Many Requests',
  'Unauthorized',
])

/** The sentence for an answer with this status. One that the CMS wrote itself stays as it is. */
export function inDutch(message: string, status: number): string {
  if (!BARE.has(message)) return message
  if (status === 401) return 'Je bent niet meer ingelogd. Log opnieuw in.'
  if (status === 403) return 'Dit kan niet met jouw rol. Vraag een buurtverbinder of de platformbeheerder.'
  if (status === 404) return 'Dit is er niet meer. Misschien heeft iemand anders het weggehaald.'
  if (status === 413) return 'Dit is te groot om te versturen.'
  if (status === 429) return 'Dit ging te vaak achter elkaar. Wacht een paar minuten en probeer het nog eens.'
  if (status >= 500) return 'Er ging iets mis bij ons. Wacht even en probeer het nog eens.'
  return 'Dit is niet gelukt. Ververs de pagina en probeer het nog eens.'
}

/** The error for a request that got no answer at all; one that was broken off on purpose stays what it is. */
export function noAnswer(error: unknown): unknown {
  if (error instanceof Error && error.name === 'AbortError') return error
  return new TypeError('Er kwam geen antwoord. Kijk of je internet hebt en probeer het nog eens.', {
    cause: error,
  })
}
