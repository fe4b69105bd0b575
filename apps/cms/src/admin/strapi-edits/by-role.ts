import { OPERATOR } from '../../roles/roles.ts'
import { ADMIN, CONTENT, type Edit } from './edit.ts'

/** What somebody may not do does not stand on his screen, or says who does it. */
export const byRole: readonly Edit[] = [
  // Settings are for operators; an editor would find one page there, with version numbers.
  {
    module: `${ADMIN}/hooks/useMenu.mjs`,
    find: `// using the settings menu
                permissions: []`,
    replace: `permissions: ['admin::users.read', 'admin::roles.read'].map((action) => ({ action, subject: null }))`,
  },
  {
    module: `${ADMIN}/hooks/useMenu.mjs`,
    find: `if (settingsLinkIndex === -1) {
        return [];`,
    replace: 'if (settingsLinkIndex === -1) { return authorizedGeneralSectionLinks;',
  },
  // An address is changed by an operator, who knows whose it is (src/people/own-address.ts).
  {
    module: `${ADMIN}/pages/ProfilePage.mjs`,
    find: 'const UserInfoSection = ()=>{',
    replace: `const UserInfoSection = ()=>{
    const roles = useAuth('ProfilePage', (state)=>state.user)?.roles ?? [];
    const isOperator = roles.some(({ code })=>code === '${OPERATOR}');`,
  },
  {
    module: `${ADMIN}/pages/ProfilePage.mjs`,
    find: `name: 'email',
                        required: true,`,
    replace: `name: 'email',
                        required: true,
                        disabled: !isOperator,
                        hint: isOperator ? undefined : 'Je e-mailadres wijzigt de platformbeheerder.',`,
  },
  // Who may fill in a few fields sees those, and no boxes for the others that say he may not.
  {
    module: `${CONTENT}/pages/EditView/components/InputRenderer.mjs`,
    find: `return /*#__PURE__*/ jsx(NotAllowedInput, {
            hint: hint,
            ...props
        });`,
    replace: 'return null;',
  },
]
