import { BLOCKS, type Edit } from './edit.ts'

/**
 * Text that was typed and lost. The editor tells its form 300 ms after the last key, or when it is left; but Slate keeps
 * still about being left in the moment after a key, so who typed, pressed Tab and saved at once saved without it. And a
 * key pressed while the form took in what it had just been told looked like another text from outside: the editor was
 * made anew from the older one, and what was typed next went nowhere.
 */
export const keptText: readonly Edit[] = [
  {
    module: `${BLOCKS}/BlocksContent.mjs`,
    find: `ref: blocksRef,
        grow: 1,`,
    replace: `ref: blocksRef, onBlurCapture: flushPendingFormSync,
        grow: 1,`,
  },
  {
    module: `${BLOCKS}/BlocksEditor.mjs`,
    find: 'const BlocksEditor = /*#__PURE__*/ React.forwardRef(',
    replace: `const tell = (editor, value)=>{
    const state = normalizeBlocksState(editor, value);
    editor.told = JSON.stringify(state);
    return state;
};
const BlocksEditor = /*#__PURE__*/ React.forwardRef(`,
  },
  {
    module: `${BLOCKS}/BlocksEditor.mjs`,
    find: `flushSync(()=>{
            onChange(name, normalizeBlocksState(`,
    replace: `flushSync(()=>{
            onChange(name, tell(`,
  },
  {
    module: `${BLOCKS}/BlocksEditor.mjs`,
    find: `// Normalize the state (empty editor becomes null)
                onChange(name, normalizeBlocksState(`,
    replace: 'onChange(name, tell(',
  },
  {
    module: `${BLOCKS}/BlocksEditor.mjs`,
    find: 'if (JSON.stringify(externalState) === JSON.stringify(editorState)) {\n                return;\n            }',
    replace: `if (JSON.stringify(externalState) === editor.told) return;
            if (JSON.stringify(externalState) === JSON.stringify(editorState)) {
                return;
            }
            editor.told = JSON.stringify(externalState);`,
  },
]
