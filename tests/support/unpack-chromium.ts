/**
 * `node unpack-chromium.ts <al2023.tar.br>`: unpacks @sparticuz/chromium with these libraries of it. The package does so into the folder for
 * temporary files, TMPDIR, and takes a half-written file there for a whole one; in a process of its own nobody else's files go there.
 */
import packed, { inflate } from '@sparticuz/chromium'

await packed.executablePath()
await inflate(process.argv[2]!)
