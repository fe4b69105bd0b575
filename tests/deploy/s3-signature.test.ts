/** The judge of signatures is judged by the examples that AWS published, and then judges what our client signs. */
import { AwsClient } from 'aws4fetch'
import { describe, expect, test } from 'vitest'
import { type S3Request, signatureFault } from '../support/s3-signature.ts'

const keys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const now = new Date('2013-05-24T00:00:00Z')
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html#example-signature-calculations */
function published(
  method: string,
  target: string,
  signature: string,
  more: Record<string, string> = {},
  body = '',
): S3Request {
  const headers: Record<string, string> = {
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-content-sha256': nothing,
    'x-amz-date': '20130524T000000Z',
    ...more,
  }
  const signed = Object.keys(headers).toSorted().join(';')
  const credential = `${keys.accessKeyId}/20130524/us-east-1/s3/aws4_request`
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signed}, Signature=${signature}`
  return { method, target, headers: { ...headers, authorization }, body: Buffer.from(body) }
}
const examples: readonly S3Request[] = [
  published('GET', '/test.txt', 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41', {
    range: 'bytes=0-9',
  }),
  published(
    'PUT',
    '/test%24file.text',
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    },
    'Welcome to Amazon S3.',
  ),
  published('GET', '/?lifecycle', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'),
  published(
    'GET',
    '/?max-keys=2&prefix=J',
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ),
]

describe('the judge', () => {
  test.each(examples)('takes what AWS published: $method $target', (example) => {
    expect(signatureFault(example, keys, now)).toBeNull()
  })
  test.each(examples)('refuses anything else: $method $target', (example) => {
    const fault = (change: Partial<S3Request>, secretAccessKey = keys.secretAccessKey, at = now) =>
      signatureFault({ ...example, ...change }, { ...keys, secretAccessKey }, at)
    const { headers } = example
    expect(fault({}, 'geraden')).toBe('SignatureDoesNotMatch')
    expect(fault({ method: 'DELETE' })).toBe('SignatureDoesNotMatch')
    expect(fault({ target: `${example.target}x` })).toBe('SignatureDoesNotMatch')
    expect(fault({ headers: { ...headers, host: 'other.s3.amazonaws.com' } })).toBe('SignatureDoesNotMatch')
    expect(fault({ headers: { ...headers, 'x-amz-acl': 'public-read' } })).toBe('AccessDenied')
    expect(fault({ body: Buffer.from('iets anders') })).toBe('XAmzContentSHA256Mismatch')
    expect(fault({}, keys.secretAccessKey, new Date('2013-05-24T00:16:00Z'))).toBe('RequestTimeTooSkewed')
    expect(fault({ headers: { ...headers, authorization: undefined } })).toBe('AccessDenied')
  })
})

test.each([
  '/wijken/index.html',
  '/wijken/nieuws/%C3%A9%C3%A9n%20dag/a%20b%2Bc%26d%27(e)!*.webp',
  '/?prefix=a/b',
])('our client signs so that the judge agrees: %s', async (target) => {
  const client = new AwsClient({ ...keys, service: 's3', region: 'eu-central-1' })
  const { method, headers } = await client.sign(`https://s3.voorbeeld.nl${target}`, {
    method: 'PUT',
    body: 'x',
    headers: { 'content-type': 'text/html', 'cache-control': 'max-age=0' },
  })
  const all = { ...Object.fromEntries(headers), host: 's3.voorbeeld.nl' }
  expect(
    signatureFault({ method, target, headers: all, body: Buffer.from('x') }, keys, new Date()),
  ).toBeNull()
})
