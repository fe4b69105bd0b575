// Compiles the server only (3 s): what the tests need, and what `strapi build` does besides the admin panel.
const { existsSync, readdirSync, rmSync } = require('node:fs')
const path = require('node:path')
const { compileStrapi } = require('@strapi/strapi')

const appDir = path.resolve(__dirname, '..')
const distDir = path.join(appDir, 'dist')

// What is in dist must be what is in the sources: Strapi loads a middleware or content type wherever it finds one.
// Where only one of the two is there, TypeScript would not notice by itself.
function removeOrphans(folder) {
  for (const entry of readdirSync(path.join(distDir, folder), { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    const source = path.join(appDir, file)
    if (entry.isDirectory()) removeOrphans(file)
    else if (!existsSync(source) && !existsSync(source.replace(/\.js$/, '.ts')))
      rmSync(path.join(distDir, file))
  }
}

async function compile() {
  if (!existsSync(path.join(distDir, 'src')))
    rmSync(path.join(distDir, 'tsconfig.tsbuildinfo'), { force: true })
  await compileStrapi({ appDir })
  removeOrphans('src')
  removeOrphans('config')
}

compile().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
