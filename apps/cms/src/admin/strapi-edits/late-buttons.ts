import { ADMIN, type Edit } from './edit.ts'

/** Buttons that never came. */
export const lateButtons: readonly Edit[] = [
  // Strapi's buttons (publish, and what is done to chosen rows) appear when the browser is idle. A busy Chromium may never
  // say that it is, in a tab that it shows: then they never came. A moment of rest is enough.
  ...['requestIdleCallback', 'cancelIdleCallback'].map((name) => ({
    module: `${ADMIN}/utils/shims.mjs`,
    find: `typeof ${name} === 'undefined' ? ${name}Shim : ${name}`,
    replace: `${name}Shim`,
  })),
  // What somebody may do was asked once, with what was known then: on a slow line nothing, and his buttons never came.
  {
    module: `${ADMIN}/hooks/useRBAC.mjs`,
    find: 'const contextChecked = usePrev(rawQueryContext);',
    replace: `const contextChecked = usePrev(rawQueryContext);
    const userPermissions = useAuth('useRBAC', (state)=>state.permissions);
    const permissionsKnown = usePrev(userPermissions);`,
  },
  {
    module: `${ADMIN}/hooks/useRBAC.mjs`,
    find: 'contextChecked !== rawQueryContext) {',
    replace: 'contextChecked !== rawQueryContext || permissionsKnown !== userPermissions) {',
  },
]
