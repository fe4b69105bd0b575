import { expect, test } from 'vitest'
import { CmsUnavailableError, InvalidContentError, OriginalGoneError } from '@wijkpers/content/strapi'
import {
  UploadFailedError,
  ProofFailedError,
  RendererLostError,
  RenderFailedError,
} from '@wijkpers/publishing'
import { explain } from './texts.ts'

const diskFull = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })

test.each([
  [new UploadFailedError('photo', 'Lente', new Error('corrupt')), /foto bij ‘Lente’ kan niet worden gelezen/],
  [
    new UploadFailedError('photo', 'Lente', new OriginalGoneError('404')),
    /foto bij ‘Lente’ is niet te vinden/,
  ],
  [
    new UploadFailedError('photo', 'Lente', new CmsUnavailableError('500')),
    /redactie-omgeving gaf geen antwoord/,
  ],
  [
    new UploadFailedError('document', 'Nummer 3', new OriginalGoneError('404')),
    /pdf bij ‘Nummer 3’ is niet te vinden/,
  ],
  [new InvalidContentError('slug'), /Neem contact op met de platformbeheerder/],
  [new InvalidContentError('slug', { title: 'Lente' }), /^Bij ‘Lente’/],
  [new RenderFailedError('/nieuws/lente/', 'stuk'), /De pagina \/nieuws\/lente\/ kon niet worden gemaakt/],
  [new RendererLostError('weg'), /vanzelf opnieuw/],
  [new RendererLostError('weg', { page: '/nieuws/lang/' }), /de pagina \/nieuws\/lang\/ breekt steeds af/],
  [new ProofFailedError('404'), /vanzelf opnieuw/],
  [new CmsUnavailableError('500'), /vanzelf opnieuw/],
  [new UploadFailedError('photo', 'Lente', diskFull), /schijf van de server is vol/],
  [diskFull, /schijf van de server is vol/],
  [
    Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }),
    /schijf van de server is vol/,
  ],
  ['iets', /platformbeheerder ziet de melding/],
])('an editor reads why: %s', (error, words) => {
  expect(explain(error)).toMatch(words)
})
