declare module '*.svg' {
  /** Address of the file in the built admin panel. */
  const url: string
  export default url
}

declare module '*.md?raw' {
  /** The text of the file. */
  const text: string
  export default text
}

/** The part of it that the guide uses; it comes without types. */
declare module 'markdown-it' {
  interface Token {
    readonly type: string
    readonly tag: string
    readonly content: string
    attrSet(name: string, value: string): void
  }
  export default class MarkdownIt {
    constructor(options: { readonly html: boolean })
    readonly options: object
    readonly renderer: { render(tokens: readonly Token[], options: object, env: object): string }
    parse(markdown: string, env: object): Token[]
  }
}
