import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { keys } from "../queries"
import { sdk } from "../sdk"
import type { MerchantPicture, MerchantValues, PublishedVersion, SetUp, Terms, TermsLocale } from "./types"

const PROFILE = "/admin/hamon/merchant-profile"
const merchantKeys = {
  profile: [...keys.all, "merchant"],
  versions: [...keys.all, "merchant-versions"],
  terms: [...keys.all, "terms"],
  setUp: [...keys.all, "set-up"],
}

/** The profile as published and as typed. Asked when the page opens: a form that is being filled is not replaced. */
export function useMerchant() {
  return useQuery({
    queryKey: merchantKeys.profile,
    queryFn: () => sdk.client.fetch<MerchantPicture>(PROFILE),
    refetchOnWindowFocus: false,
    staleTime: 0,
  })
}

/** The way to "legal to open". */
export function useSetUp() {
  return useQuery({
    queryKey: merchantKeys.setUp,
    queryFn: async () => (await sdk.client.fetch<{ set_up: SetUp }>("/admin/hamon/set-up")).set_up,
    staleTime: 0,
  })
}

/** Published versions of the profile. */
export function useMerchantVersions() {
  return useQuery({
    queryKey: merchantKeys.versions,
    queryFn: async () => (await sdk.client.fetch<{ versions: PublishedVersion[] }>(`${PROFILE}/versions`)).versions,
    staleTime: 0,
  })
}

/** Terms of sale: all versions, and those in force. */
export function useTerms() {
  return useQuery({
    queryKey: merchantKeys.terms,
    queryFn: () => sdk.client.fetch<Terms>("/admin/hamon/terms"),
    refetchOnWindowFocus: false,
    staleTime: 0,
  })
}

/** Keeps the draft. */
export function useSaveMerchant() {
  return useMerchantPost<{ merchant: MerchantValues; seen: string | null }>(`${PROFILE}/draft`)
}

/** Publishes the draft that was seen. */
export function usePublishMerchant() {
  return useMerchantPost<{ seen: string | null }>(`${PROFILE}/publish`)
}

/** Publishes terms of sale. */
export function usePublishTerms() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (terms: { locale: TermsLocale; body: string; seen: string | null }) =>
      sdk.client.fetch<{ terms: { version: number } }>("/admin/hamon/terms", { method: "POST", body: terms }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}

/** A POST that answers the profile as it stands then. */
function useMerchantPost<Input extends object>(path: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Input) => sdk.client.fetch<MerchantPicture>(path, { method: "POST", body }),
    onSuccess: async (picture) => {
      client.setQueryData(merchantKeys.profile, picture)
      await Promise.all(
        [merchantKeys.setUp, merchantKeys.versions].map((queryKey) => client.invalidateQueries({ queryKey })),
      )
    },
  })
}
