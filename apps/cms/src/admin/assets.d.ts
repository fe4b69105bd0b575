declare module '*.svg' {
  /** Address of the file in the built admin panel. */
  const url: string
  export default url
}
