import { BLOCKS, DESIGN, type Edit } from './edit.ts'

/** Places that Tab never left: who has no mouse came no further. */
export const keyboard: readonly Edit[] = [
  // Tab stayed in the text for ever, whatever stood there: only in a list does it mean something else than "on".
  {
    module: `${BLOCKS}/BlocksContent.mjs`,
    find: `event.preventDefault();
        if (event.shiftKey && selectedBlock.handleShiftTab) {`,
    replace: `if (!(event.shiftKey ? selectedBlock.handleShiftTab : selectedBlock.handleTab)) return;
        event.preventDefault();
        if (event.shiftKey && selectedBlock.handleShiftTab) {`,
  },
  // Tab did nothing while a calendar or a list was open, which typing opens.
  {
    module: DESIGN,
    find: `else if (["Tab"].includes(I.key) && o.open)
            I.preventDefault();`,
    replace: 'else if (["Tab"].includes(I.key) && o.open) o.onOpenChange(!1);',
  },
  {
    module: '@strapi/ui-primitives/dist/index.mjs',
    find: `else if (["Tab"].includes(v.key) && e.open)
          v.preventDefault();`,
    replace: 'else if (["Tab"].includes(v.key) && e.open) e.onOpenChange(!1);',
  },
]
