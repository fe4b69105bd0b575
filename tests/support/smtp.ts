/** A real mail server on a free port, for one test file. It keeps what it takes. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedLetter {
  readonly to: string
  readonly subject: string
  /** Lines as they were written. */
  readonly text: string
}

export interface MailServer extends AsyncDisposable {
  /** As SMTP_URL. */
  readonly url: string
  readonly letters: readonly ReceivedLetter[]
  /** Answers 550 to letters for this address from now on. */
  refuse(address: string): void
}

export async function startMailServer(): Promise<MailServer> {
  const letters: ReceivedLetter[] = []
  const refused = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(
        refused.has(address) ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : undefined,
      ),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('end', () => {
        const raw = Buffer.concat(chunks).toString()
        letters.push(...session.envelope.rcptTo.map(({ address }) => readLetter(address, raw)))
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: (address) => void refused.add(address),
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(closed)),
  }
}

function readLetter(to: string, raw: string): ReceivedLetter {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\r\n\\s.*)*)`, 'im').exec(head)?.[1]?.replaceAll(/\r\n\s/g, ' ') ?? ''
  const body = rest.join('\r\n\r\n').replaceAll('\r\n', '\n')
  return {
    to,
    subject: words(header('Subject')),
    text: header('Content-Transfer-Encoding') === 'quoted-printable' ? unquoted(body) : body,
  }
}

// `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=` of a header.
function words(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, how: string, coded: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64').toString()
        : unquoted(coded.replaceAll('_', ' ')),
    )
}

function unquoted(coded: string): string {
  const bytes = coded
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
