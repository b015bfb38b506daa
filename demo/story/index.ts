import { moveClock } from "../clock"
import type { EarlierStory } from "../folder"
import { STAFF } from "../store"
import { claire } from "./claire"
import { hugo } from "./hugo"
import { LAST_DAY, type Stage } from "./stage"

export { checkEarlier } from "./books"
export type { Stage } from "./stage"

const DAY = 24 * 60 * 60 * 1000

/**
 * Plays the stories on one clock: the one whose next day comes first goes on. They begin six days ago and end now.
 * @returns what a later start can look at again
 * @throws Error whose sentence says which step did not hold
 */
export async function playStories(stage: Stage): Promise<EarlierStory[]> {
  const start = Date.now() - LAST_DAY * DAY
  const playing = await Promise.all(
    [claire, ...(stage.edges ? [hugo] : [])].map(async (story) => {
      const told = story(stage)
      return { told, wish: await told.next() }
    }),
  )
  const ended: EarlierStory[] = []
  while (playing.length > 0) {
    const first = playing.reduce((a, b) => (Number(b.wish.value) < Number(a.wish.value) ? b : a))
    first.wish = await first.told.next(await goTo(stage, start, Number(first.wish.value)))
    if (!first.wish.done) continue
    ended.push(first.wish.value)
    playing.splice(playing.indexOf(first), 1)
  }
  return ended
}

async function goTo({ shop }: Stage, start: number, day: number): Promise<Date> {
  const instant = new Date(start + day * DAY)
  await moveClock(day < LAST_DAY ? instant : null)
  // Yesterday's token has expired on the new day.
  await shop.logIn(STAFF.email, STAFF.password)
  return instant
}
