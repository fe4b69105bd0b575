/** How long sending these bytes may take on top of an answer, in milliseconds: 100 kB a second, a poor line. */
export const msToSend = ({ byteLength }: Pick<Uint8Array, 'byteLength'>): number =>
  Math.ceil(byteLength / 100)
