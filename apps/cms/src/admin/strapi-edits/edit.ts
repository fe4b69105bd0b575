/** A text in a module of Strapi's admin panel, and what takes its place. */
export interface Edit {
  /** End of the module's path. */
  readonly module: string
  readonly find: string
  readonly replace: string
}

export const ADMIN = '@strapi/admin/dist/admin/admin/src'
export const CONTENT = '@strapi/content-manager/dist/admin'
export const DESIGN = '@strapi/design-system/dist/index.mjs'
export const UPLOAD = '@strapi/upload/dist/admin'

/** The text editor. */
export const BLOCKS = `${CONTENT}/pages/EditView/components/FormInputs/BlocksInput`
