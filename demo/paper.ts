/** A page of a wijkkrant as a PDF that a screen reader can read: tagged, titled and in Dutch. */
import type { DemoPaper } from './demo-wijk.ts'

const A4 = { width: 595, height: 842 }
const MARGIN = 56

/** The PDF (ISO 32000-1) of one page with a title and lines below it; the same bytes every time. */
export function paperPdf({ title, lines }: DemoPaper): Buffer {
  const top = A4.height - MARGIN - 40
  const content = [
    marked('H1', 0, 30, top, title),
    ...lines.map((line, index) => marked('P', index + 1, 14, top - 56 - index * 30, line)),
  ].join('\n')
  const tags = ['H1', ...lines.map(() => 'P')]
  const first = 9
  const kids = tags.map((_, index) => `${first + index} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (nl) /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R /ViewerPreferences << /DisplayDocTitle true >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.width} ${A4.height}] /Contents 4 0 R /StructParents 0 /Tabs /S /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /StructTreeRoot /K [7 0 R] /ParentTree 8 0 R >>',
    `<< /Type /StructElem /S /Document /P 6 0 R /K [${kids}] >>`,
    `<< /Nums [0 [${kids}]] >>`,
    ...tags.map((tag, index) => `<< /Type /StructElem /S /${tag} /P 7 0 R /Pg 3 0 R /K ${index} >>`),
    `<< /Title ${text(title)} >>`,
  ]
  return assemble(objects)
}

function marked(tag: string, id: number, size: number, y: number, line: string): string {
  return `/${tag} << /MCID ${id} >> BDC\nBT /F1 ${size} Tf ${MARGIN} ${y} Td ${text(line)} Tj ET\nEMC`
}

// WinAnsi has the letters of Dutch where Latin 1 has them.
function text(line: string): string {
  return `(${line.replaceAll(/[\\()]/g, (sign) => `\\${sign}`)})`
}

/** The last object is the document's information. */
function assemble(objects: readonly string[]): Buffer {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const start = file.length
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
