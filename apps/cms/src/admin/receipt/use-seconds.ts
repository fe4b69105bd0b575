import { useEffect, useState } from 'react'

/** The moment now, anew each second while `isOn`. */
export function useSeconds(isOn: boolean): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    if (!isOn) return undefined
    setNow(new Date())
    const timer = setInterval(() => setNow(new Date()), 1_000)
    return () => clearInterval(timer)
  }, [isOn])
  return now
}
