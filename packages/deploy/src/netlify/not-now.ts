/** How netlify-cli ends when Netlify said that it takes nothing now (no-silent-wait.ts). */
export const NOT_NOW = 75
