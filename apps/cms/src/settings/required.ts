/** The value of an environment variable; refuses to start, in a sentence, when it is not there. */
export function required(name: string): string {
  const value = process.env[name]
  if (!value)
    throw new MissingSettingError(
      `[cms] ${name} is not set. Start with \`npm start\`, which makes the secrets and sets the folders, or set it in the environment.`,
    )
  return value
}

/** The environment misses something the CMS cannot do without. Trying again does not help. */
class MissingSettingError extends Error {
  override readonly name = 'MissingSettingError'
}
