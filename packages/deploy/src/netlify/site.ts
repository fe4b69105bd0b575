/** The site of a wijk on Netlify: made once, then kept under its name and domain. */
import { isIP } from 'node:net'
import type { WijkId } from '@wijkpers/content'
import { TargetRefusedError, TargetWaitsError } from '@wijkpers/publishing'
import type { SpentQuota } from '../quota.ts'
import type { NetlifyApi, NetlifySite } from './api.ts'

/** What must be known to find, name and address the site of a wijk. */
export interface WantedSite {
  readonly wijk: WijkId
  readonly slug: string
  /** Public address of the wijk. */
  readonly url: string
  /** Domains at which it was before. */
  readonly formerNames: readonly string[]
}

/** What we noted of a site. */
export interface NotedSite {
  readonly id: string
  readonly name: string
  /** Null when it has no domain of ours. */
  readonly domain: string | null
  /** Other names that we had it answer on; absent when there are none. */
  readonly aliases?: readonly string[]
}

/** Longest name of a site: it is part of a host name. */
const MAX_NAME = 63
/** Of the wijk's id: enough to be the only one, and it stays when the wijk gets another slug. */
const ID_DIGITS = 8
/** How long a list of all sites is taken to be right, in milliseconds: only new ones and lost notes ask for it. */
const LIST_MS = 60_000

const endOf = (wijk: WijkId) => `-${wijk.slice(0, ID_DIGITS)}`

/** The name of a site: also its address, `<name>.netlify.app`. */
function siteNameOf({ wijk, slug }: Pick<WantedSite, 'wijk' | 'slug'>, prefix: string): string {
  const end = endOf(wijk)
  return `${`${prefix}${slug}`.slice(0, MAX_NAME - end.length).replace(/-+$/, '')}${end}`
}

/** The domain that Netlify is told of; null for an address that only this machine knows. */
export function domainOf(url: string): string | null {
  const { hostname } = new URL(url)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost') || isIP(hostname) > 0
  return isLocal || !hostname.includes('.') ? null : hostname
}

export interface NetlifySitesOptions {
  readonly api: NetlifyApi
  readonly quota: SpentQuota
  /** Before the slug in the name of each site. */
  readonly prefix: string
  readonly now: () => number
}

export function createNetlifySites({ api, quota, prefix, now }: NetlifySitesOptions) {
  let listed: { sites: Promise<NetlifySite[]>; at: number } | null = null

  /** The site of a wijk, whatever it is called now; null when there is none. */
  async function find(wijk: WijkId): Promise<NetlifySite | null> {
    if (!listed || listed.at < now() - LIST_MS) {
      listed = { sites: api.sites(), at: now() }
      listed.sites.catch(() => (listed = null))
    }
    const end = endOf(wijk)
    return (await listed.sites).find(({ name }) => name.startsWith(prefix) && name.endsWith(end)) ?? null
  }

  /** Another of our sites may answer on this name from the time that its wijk was there. */
  async function takeFromOthers(domain: string, but: string | null): Promise<void> {
    for (const { id, name, domain_aliases: aliases } of await api.sites())
      if (id !== but && name.startsWith(prefix) && aliases?.includes(domain))
        await api.updateSite(id, { domain_aliases: aliases.filter((alias) => alias !== domain) })
  }

  /**
   * Gives a site its names: those where it was beside the ones that somebody else gave it. One of them that Netlify refuses does not
   * keep it from where it is, nor from the others.
   */
  async function rename(
    site: NetlifySite,
    names: { readonly name: string; readonly domain: string | null },
    aliases: { readonly before: readonly string[]; readonly wanted: readonly string[] },
  ): Promise<NotedSite> {
    const { domain } = names
    const settings = { name: names.name, custom_domain: domain ?? '' }
    const ofOthers = aliasesOfOthers(site, [...aliases.before, ...aliases.wanted, domain ?? ''])
    try {
      const all = [...ofOthers, ...aliases.wanted]
      return notedOf(await api.updateSite(site.id, { ...settings, domain_aliases: all }), aliases.wanted)
    } catch (error) {
      if (!isAddress(error)) throw error
    }
    if (domain) await takeFromOthers(domain, site.id)
    const named = await api.updateSite(site.id, { ...settings, domain_aliases: ofOthers })
    const taken: string[] = []
    for (const alias of aliases.wanted) {
      try {
        await api.updateSite(site.id, { domain_aliases: [...ofOthers, ...taken, alias] })
        taken.push(alias)
      } catch (error) {
        if (!isAddress(error)) throw error
      }
    }
    return notedOf(named, taken)
  }

  async function create(wijk: WijkId, name: string, domain: string | null): Promise<NetlifySite> {
    const giveBack = quota.take(wijk)
    listed = null
    const settings = {
      name,
      ...(domain && { custom_domain: domain }),
      // The bytes are ours: Netlify is not to rewrite the links in them.
      processing_settings: { html: { pretty_urls: false } },
    }
    try {
      return await api.createSite(settings).catch(async (error: unknown) => {
        if (domain === null || !isAddress(error)) throw error
        await takeFromOthers(domain, null)
        return api.createSite(settings)
      })
    } catch (error) {
      if (error instanceof TargetWaitsError) giveBack()
      throw error
    }
  }

  return {
    find,
    /** A site that was listed turned out not to be there. */
    forgetList() {
      listed = null
    },
    /** The site with the names that the wijk wants; made when there is none. */
    async ensure(wanted: WantedSite, noted: NotedSite | null): Promise<NotedSite> {
      const name = siteNameOf(wanted, prefix)
      const domain = domainOf(wanted.url)
      const aliases = wanted.formerNames.toSorted()
      const isSame =
        noted?.name === name &&
        noted.domain === domain &&
        (noted.aliases ?? []).join(' ') === aliases.join(' ')
      if (noted && isSame) return noted
      const found = noted ? await api.site(noted.id) : await find(wanted.wijk)
      const site = found ?? (await create(wanted.wijk, name, domain))
      if (!found && aliases.length === 0) return notedOf(site)
      return rename(site, { name, domain }, { before: noted?.aliases ?? [], wanted: aliases })
    },
    /** Lets go of our names, so that another site can have them. */
    async release(noted: NotedSite): Promise<NotedSite> {
      if (noted.domain === null && !noted.aliases) return noted
      const left = aliasesOfOthers(await api.site(noted.id), noted.aliases ?? [])
      return notedOf(await api.updateSite(noted.id, { custom_domain: '', domain_aliases: left }))
    },
  }
}

/** The aliases that somebody gave the site there, such as one with www: they are not ours to take away. */
function aliasesOfOthers({ domain_aliases: all }: NetlifySite, ours: readonly string[]): string[] {
  return (all ?? []).filter((alias) => !ours.includes(alias))
}

/** What is noted of a site, with the aliases that we gave it. */
export function notedOf(
  { id, name, custom_domain: domain }: NetlifySite,
  aliases: readonly string[] = [],
): NotedSite {
  return { id, name, domain: domain || null, ...(aliases.length > 0 && { aliases }) }
}

const isAddress = (error: unknown) => error instanceof TargetRefusedError && error.refusal === 'address'
