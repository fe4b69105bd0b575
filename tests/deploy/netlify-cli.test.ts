import { isLong } from '../support/rounds.ts'
import { aNetlifyTarget } from './a-netlify-target.ts'
import { describeDeployTarget } from './describe-deploy-target.ts'

// Every publish starts a program of some seconds, and only the way of the files differs from the digest protocol.
describeDeployTarget('netlify (netlify-cli)', () => aNetlifyTarget({ via: 'cli' }), { isOnlyItsWay: !isLong })
