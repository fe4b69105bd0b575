/** Loaded into a process before its own code: writes to the folder FULL_DISK fail with ENOSPC while `<folder>.full` is there. */
import { existsSync } from 'node:fs'
import files from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const folder = process.env.FULL_DISK ?? ''
const { open } = files

files.open = async (path, flags, mode) => {
  const isFull = String(path).startsWith(folder) && flags === 'wx' && existsSync(`${folder}.full`)
  if (isFull)
    throw Object.assign(new Error(`ENOSPC: no space left on device, open '${String(path)}'`), {
      code: 'ENOSPC',
    })
  return open(path, flags, mode)
}
syncBuiltinESMExports()
