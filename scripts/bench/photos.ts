/**
 * What AVIF would save on photos: at each width of the recipe, the WebP that sites show now beside the smallest AVIF that is as like the
 * original (structural similarity of its brightness), at the efforts that a publish could pay for.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { photoRecipe } from '@wijkpers/images'
import sharp from 'sharp'
import { PICTURES, rasterise } from '../../demo/pictures.ts'
import { during } from '../progress.ts'
import { defineBench, type Findings } from './bench.ts'
import { median, round } from './samples.ts'

interface Made {
  readonly bytes: number
  readonly cpuMs: number
}

interface Brightness {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

export const photos = defineBench({
  choices: { folder: '', efforts: '1,2', count: '8' },
  async run({ folder, efforts, count }): Promise<Findings> {
    const threads = sharp.concurrency(1)
    try {
      const originals = (await originalsIn(folder)).slice(0, Number(count))
      const rows: Record<string, string | number | null>[] = []
      for (const width of [...photoRecipe.narrowWidths, photoRecipe.maxWidth])
        rows.push(
          ...(await during(`${originals.length} foto’s, ${width} pixels breed`, () =>
            compareAt(width, originals, efforts.split(',').map(Number)),
          )),
        )
      const widest = rows.findLast((row) => row['saved_percent'] !== null)
      return {
        figures: { saved_percent: Number(widest?.['saved_percent'] ?? 0) },
        tables: {
          photos: {
            title: 'A photo as WebP and as an AVIF of the same quality, all photos together',
            rows,
            note: `${folder === '' ? 'The drawings of the demo' : 'Photos of a folder'}; processor time is the median of one photo.`,
          },
        },
        summary: `AVIF at effort ${widest?.['effort'] ?? '-'} saves ${widest?.['saved_percent'] ?? 0} % of the bytes at ${widest?.['width'] ?? '-'} pixels.`,
      }
    } finally {
      sharp.concurrency(threads)
    }
  },
})

function originalsIn(folder: string): Promise<Buffer[]> {
  if (folder === '') return Promise.all(PICTURES.map(rasterise))
  return Promise.resolve(
    readdirSync(folder)
      .toSorted()
      .map((name) => readFileSync(join(folder, name))),
  )
}

async function compareAt(width: number, originals: readonly Buffer[], efforts: readonly number[]) {
  const webp: Made[] = []
  const avif = new Map(efforts.map((effort) => [effort, [] as Made[]]))
  for (const original of originals) {
    const pixels = await sharp(original).autoOrient().resize({ width }).removeAlpha().png().toBuffer()
    if (((await sharp(original).metadata()).width ?? 0) < width) continue
    const same = await brightnessOf(pixels)
    const { quality, effort: webpEffort } = photoRecipe
    const [now, cost] = await paidFor(() => sharp(pixels).webp({ quality, effort: webpEffort }).toBuffer())
    webp.push({ bytes: now.length, cpuMs: cost })
    const wanted = likeness(same, await brightnessOf(now))
    for (const [effort, made] of avif) {
      const at = (q: number) => sharp(pixels).avif({ quality: q, effort }).toBuffer()
      let [least, most] = [20, 85]
      while (least < most) {
        const middle = (least + most) >> 1
        if (likeness(same, await brightnessOf(await at(middle))) >= wanted) most = middle
        else least = middle + 1
      }
      const [body, cpuMs] = await paidFor(() => at(least))
      made.push({ bytes: body.length, cpuMs })
    }
  }
  const sum = (all: readonly Made[]) => all.reduce((bytes, one) => bytes + one.bytes, 0)
  const row = (format: string, effort: number, all: readonly Made[]) => ({
    width,
    photos: all.length,
    format,
    effort,
    kB: round(sum(all) / 1000, 1),
    saved_percent: format === 'webp' ? null : round(100 * (1 - sum(all) / sum(webp)), 0),
    cpu_ms: round(median(all.map(({ cpuMs }) => cpuMs)), 0),
  })
  if (webp.length === 0) return []
  return [
    row('webp', photoRecipe.effort, webp),
    ...Array.from(avif, ([effort, all]) => row('avif', effort, all)),
  ]
}

async function paidFor<T>(make: () => Promise<T>): Promise<readonly [T, cpuMs: number]> {
  const before = process.cpuUsage()
  const made = await make()
  const { user, system } = process.cpuUsage(before)
  return [made, (user + system) / 1000]
}

async function brightnessOf(picture: Buffer): Promise<Brightness> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The structural similarity of two pictures (Wang et al., 2004), over squares of eight pixels; 1 when they are the same. */
function likeness(a: Brightness, b: Brightness): number {
  const [side, step, still, faint] = [8, 4, 6.5025, 58.5225]
  const n = side * side
  let [total, squares] = [0, 0]
  for (let top = 0; top + side <= a.height; top += step)
    for (let left = 0; left + side <= a.width; left += step) {
      let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0]
      for (let y = top; y < top + side; y++)
        for (let x = left; x < left + side; x++) {
          const [p, q] = [a.data[y * a.width + x]!, b.data[y * b.width + x]!]
          sumA += p
          sumB += q
          sumAA += p * p
          sumBB += q * q
          sumAB += p * q
        }
      const [meanA, meanB] = [sumA / n, sumB / n]
      const spread = sumAA / n - meanA ** 2 + (sumBB / n - meanB ** 2)
      const shared = sumAB / n - meanA * meanB
      total +=
        ((2 * meanA * meanB + still) * (2 * shared + faint)) /
        ((meanA ** 2 + meanB ** 2 + still) * (spread + faint))
      squares++
    }
  return total / squares
}
