/** Headers of a question on a connection of its own: one that is kept may be closed by the server just when it is used again. */
export const ownConnection = { connection: 'close' } as const
