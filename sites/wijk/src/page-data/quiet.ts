import type { Wijk } from '@wijkpers/content'

/** Whether a wijk rests or has stopped: then nothing is asked for or promised that nobody is there to make. */
export const isQuiet = ({ state }: Pick<Wijk, 'state'>) => state === 'resting' || state === 'archived'
