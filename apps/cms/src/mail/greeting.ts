/** How a letter begins, also to an account without a first name. */
export const greeting = (firstname: string | null): string => (firstname ? `Hallo ${firstname},` : 'Hallo,')
