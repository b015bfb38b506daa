import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { keys } from "./queries"
import { sdk } from "./sdk"
import type { ExceptionOfLaw, OfficialFile, ProductPicture, Rule, RuleChange, RuleTarget } from "./rule-types"

const rulesKey = (type: RuleTarget, id: string) => [...keys.all, "rules", type, id]

/** What the merchant announces of exactly this target. */
export function useRules(type: RuleTarget, id: string) {
  return useQuery({
    queryKey: rulesKey(type, id),
    queryFn: async () =>
      (
        await sdk.client.fetch<{ catalogue_rules: Rule[] }>("/admin/hamon/catalogue-rules", {
          query: { target_type: type, target_id: id },
        })
      ).catalogue_rules,
    staleTime: 0,
  })
}

/** What a product must say before it may be sold to consumers. */
export function useProductPicture(id: string) {
  return useQuery({
    queryKey: [...keys.all, "product", id],
    queryFn: async () =>
      (await sdk.client.fetch<{ product_information: ProductPicture }>(`/admin/hamon/products/${id}/information`))
        .product_information,
    staleTime: 0,
  })
}

/** The thirteen exceptions; they change with the law alone. */
export function useExceptions() {
  return useQuery({
    queryKey: [...keys.all, "exceptions"],
    queryFn: async () =>
      (await sdk.client.fetch<{ exceptions: ExceptionOfLaw[] }>("/admin/hamon/exceptions")).exceptions,
    staleTime: Infinity,
  })
}

/** Sets and removes rules of a target, one after another; then everything of ours that is shown is asked again. */
export function useSaveRules(type: RuleTarget, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (changes: readonly RuleChange[]) => {
      for (const change of changes) {
        if ("remove" in change) {
          await sdk.client.fetch(`/admin/hamon/catalogue-rules/${change.remove}`, { method: "DELETE" })
        } else {
          const body = { ...change, target_type: type, target_id: id }
          await sdk.client.fetch("/admin/hamon/catalogue-rules", { method: "POST", body })
        }
      }
    },
    // A refusal in the middle leaves what went before: it is shown too.
    onSettled: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}

/** Official files that are, or were, shown: the newest first. */
export function useOfficialFiles() {
  return useQuery({
    queryKey: [...keys.all, "official-files"],
    queryFn: async () =>
      (await sdk.client.fetch<{ official_files: OfficialFile[] }>("/admin/hamon/official-files")).official_files,
    staleTime: 0,
  })
}

/** Supplies the harmonised notice in a language. */
export function useUploadNotice(locale: "fr" | "en") {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (file: File) => {
      const body = { kind: "harmonised_notice", locale, body: await inBase64(file) }
      await sdk.client.fetch("/admin/hamon/official-files", { method: "POST", body })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}

function inBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""))
    reader.onerror = () => reject(reader.error ?? new Error("the file could not be read"))
    reader.readAsDataURL(file)
  })
}
