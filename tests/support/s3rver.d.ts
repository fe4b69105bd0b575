/** The part of s3rver that the tests use; it brings no types. */
declare module 's3rver' {
  export default class S3rver {
    constructor(options: {
      port: number
      address: string
      silent: boolean
      directory: string
      configureBuckets: readonly { name: string; configs: readonly string[] }[]
    })
    readonly store: {
      listObjects(
        bucket: string,
        options: { prefix: string; maxKeys: number },
      ): Promise<{ objects: readonly { key: string; size: number; metadata: { etag: string } }[] }>
    }
    run(): Promise<{ port: number }>
    close(): Promise<void>
  }
}
