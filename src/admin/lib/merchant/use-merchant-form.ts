import { useState } from "react"
import { isConflict } from "../errors"
import { useMerchant, usePublishMerchant, useSaveMerchant } from "./requests"
import type { MerchantDuty, MerchantPicture, MerchantValues } from "./types"
import { changedPlaces, sameValues, withValue } from "./values"

/** What the server knows of the profile, as the form begins with it. */
function contentOf({ draft, published }: MerchantPicture): MerchantValues {
  return draft?.content ?? published?.content ?? {}
}

/** What keeps a profile from being published, as the server judges it. */
export function obstaclesOf(duties: readonly MerchantDuty[]): MerchantDuty[] {
  return duties.filter(({ state, weight }) => state === "wrong" || (state === "missing" && weight === "required"))
}

/**
 * The form of the merchant's profile: what is typed, what the server has, and the two kept apart, so that neither somebody
 * else's save nor a refusal loses a word.
 */
export function useMerchantForm(first: MerchantPicture) {
  const [saved, setSaved] = useState(first)
  const [values, setValues] = useState(() => contentOf(first))
  const [theirs, setTheirs] = useState<MerchantPicture | null>(null)
  const [refused, setRefused] = useState(false)
  const { data, refetch } = useMerchant()
  const saving = useSaveMerchant()
  const publishing = usePublishMerchant()
  // Terms published meanwhile change the duties of the same profile; somebody else's save is shown as a conflict only.
  const base = data?.seen === saved.seen ? data : saved
  const dirty = !sameValues(values, contentOf(base))

  const keep = (picture: MerchantPicture) => {
    setSaved(picture)
    setTheirs(null)
    return picture
  }
  const onError = async (error: unknown) => {
    if (!isConflict(error)) return
    const { data } = await refetch()
    if (data) setTheirs(data)
  }
  const saveFrom = async (seen: string | null): Promise<MerchantPicture | null> => {
    try {
      return keep(await saving.mutateAsync({ merchant: values, seen }))
    } catch (error) {
      await onError(error)
      return null
    }
  }

  return {
    values,
    dirty,
    refused,
    theirs,
    duties: base.duties,
    published: base.published,
    draft: base.draft,
    /** Places in which what is typed differs from what is published. */
    changed: base.published ? changedPlaces(values, base.published.content) : [],
    isBusy: saving.isPending || publishing.isPending,
    error: [saving.error, publishing.error].find((error) => error && !isConflict(error)) ?? null,
    change: (path: string, value: unknown) => setValues((before) => withValue(before, path, value)),
    save: () => saveFrom(base.seen),
    /** Answers the version that was published, or null with the obstacles shown. */
    publish: async (): Promise<number | null> => {
      const next = dirty ? await saveFrom(base.seen) : base
      if (!next) return null
      const stops = obstaclesOf(next.duties).length > 0
      setRefused(stops)
      if (stops) return null
      try {
        return keep(await publishing.mutateAsync({ seen: next.seen })).published?.version ?? null
      } catch (error) {
        await onError(error)
        return null
      }
    },
    /** Gives up what is typed for what somebody else saved. */
    takeTheirs: () => {
      if (theirs) setValues(contentOf(keep(theirs)))
    },
    /** Saves what is typed over what somebody else saved. */
    keepMine: () => (theirs ? saveFrom(theirs.seen) : Promise.resolve(null)),
    /** Back to what is published. */
    discard: () => setValues(base.published?.content ?? {}),
  }
}

export type MerchantForm = ReturnType<typeof useMerchantForm>
