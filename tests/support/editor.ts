/** An editor at work: the admin's own HTTP API, as the admin panel uses it. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { askOnce } from './own-connection.ts'

export const ARTICLE = 'api::article.article'
export const EVENT = 'api::event.event'
export const ORGANISATION = 'api::organisation.organisation'
export const INFO_PAGE = 'api::info-page.info-page'
export const WIJK = 'api::wijk.wijk'

/** What the admin answers to one request. */
export interface AdminAnswer {
  readonly status: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape is Strapi's
  readonly body: { readonly data?: Record<string, unknown>; readonly error?: { readonly message: string } }
}

export interface Editor {
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<AdminAnswer>
  /** Makes a draft; answers its documentId. */
  create(uid: string, data: object): Promise<string>
  update(uid: string, documentId: string, data: object): Promise<void>
  publish(uid: string, documentId: string, data?: object): Promise<void>
  unpublish(uid: string, documentId: string): Promise<void>
  remove(uid: string, documentId: string): Promise<void>
  /** Brings a wijk further in its life, such as `withdraw`; `why` is for what rests. */
  actOnLife(wijk: string, act: string, why?: string): Promise<void>
  /** Uploads a picture; answers its id. */
  upload(file: string, alt: string): Promise<number>
}

/** A paragraph of the Blocks editor. */
export const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })

/** A photo as an editor fills it in before it may go online; `file` is the id of what was uploaded, or the file itself in an import. */
export const aPhoto = (file: unknown, change: object = {}) => ({
  file,
  alt: 'Het Molenplein met bomen',
  maker: 'Anna de Vries',
  licence: 'ownWork',
  people: 'nobody',
  ...change,
})

/** Number of the account that has an address, as an operator finds it. */
export async function accountOf(operator: Editor, email: string): Promise<number> {
  const { body } = await operator.ask('GET', '/admin/users?pageSize=100')
  const { results } = body.data as unknown as { results: { id: number; email: string }[] }
  return results.find((account) => account.email === email)!.id
}

/** Signs in with a demo account. */
export async function signIn(cmsUrl: string, email: string, password = 'Wijkpers-demo-1'): Promise<Editor> {
  const login = await askOnce(`${cmsUrl}/admin/login`, {
    method: 'POST',
    // As the TLS proxy says it, which an installation on https has before it.
    headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
    body: JSON.stringify({ email, password }),
  })
  if (!login.ok) throw new Error(`${email} cannot sign in: ${login.status} ${await login.text()}`)
  const { data } = (await login.json()) as { data: { token?: string; accessToken?: string } }
  const authorization = `Bearer ${data.accessToken ?? data.token}`

  async function ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<AdminAnswer> {
    const isForm = body instanceof FormData
    // An upload that is refused halfway could not be read to its end on one that closes.
    const response = await (isForm ? fetch : askOnce)(`${cmsUrl}${path}`, {
      method,
      headers: {
        authorization,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? (JSON.parse(text) as AdminAnswer['body']) : {} }
  }

  async function must(method: string, path: string, body?: unknown): Promise<AdminAnswer['body']> {
    const answer = await ask(method, path, body)
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  const at = (uid: string, rest = '') => `/content-manager/collection-types/${uid}${rest}`
  return {
    ask,
    async create(uid, data) {
      return String((await must('POST', at(uid), data)).data?.documentId)
    },
    async update(uid, documentId, data) {
      await must('PUT', at(uid, `/${documentId}`), data)
    },
    async publish(uid, documentId, data = {}) {
      await must('POST', at(uid, `/${documentId}/actions/publish`), data)
    },
    async unpublish(uid, documentId) {
      await must('POST', at(uid, `/${documentId}/actions/unpublish`), {})
    },
    async remove(uid, documentId) {
      await must('DELETE', at(uid, `/${documentId}`))
    },
    async actOnLife(wijk, act, why) {
      await must('POST', '/wijkpers/life', { wijk, act, why })
    },
    async upload(file, alt) {
      const form = new FormData()
      form.set('files', new Blob([await readFile(file)], { type: 'image/jpeg' }), basename(file))
      form.set('fileInfo', JSON.stringify({ alternativeText: alt, caption: '', name: basename(file) }))
      const made = (await must('POST', '/upload', form)) as unknown as { id: number }[]
      return made[0]!.id
    },
  }
}
