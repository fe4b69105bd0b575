import { aNetlifyTarget } from './a-netlify-target.ts'
import { describeDeployTarget } from './describe-deploy-target.ts'

describeDeployTarget('netlify (digest)', () => aNetlifyTarget({ via: 'digest' }))
