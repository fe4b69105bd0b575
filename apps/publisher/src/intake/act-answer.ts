/** How the publisher answers who has it do something. */
export interface ActAnswer {
  /** 200 done and seen as a reader; 202 still under way; 400 malformed; 404, 409 refused; 502 noted, but not done yet; 503 no CMS. */
  readonly status: 200 | 202 | 400 | 404 | 409 | 502 | 503
  readonly body: object
}
