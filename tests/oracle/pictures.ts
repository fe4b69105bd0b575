/** Six small pictures that differ. */
import sharp from 'sharp'

export const pictures: readonly Buffer[] = await Promise.all(
  ['#2f6f4e', '#8c2f39', '#e8b23a', '#123456', '#fedcba', '#777777'].map((background, number) =>
    sharp({ create: { width: 40 + number, height: 30, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  ),
)
