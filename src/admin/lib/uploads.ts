import { useMutation, useQuery } from "@tanstack/react-query"
import { keys } from "./queries"
import { saveFile } from "./save-file"
import { sdk } from "./sdk"
import type { Upload } from "./types"

function read({ id }: Pick<Upload, "id">): Promise<Response> {
  return sdk.client.fetch<Response>(`/admin/hamon/uploads/${id}`, { headers: { accept: "*/*" } })
}

/** Keeps a private file on the reader's own machine. */
export function useDownload() {
  return useMutation({ mutationFn: async (file: Upload) => saveFile(await read(file), file.name) })
}

/** A photo to look at, as an address of this page alone; read when somebody wants to see it. */
export function usePhoto(file: Upload) {
  return useQuery({
    queryKey: [...keys.all, "upload", file.id],
    queryFn: async () => URL.createObjectURL(await (await read(file)).blob()),
    // The file never changes, and its address lives as long as the page.
    staleTime: Infinity,
    gcTime: Infinity,
  })
}

/** Whether a file is a photo, which the server has drawn again. */
export function isPhoto({ content_type }: Upload): boolean {
  return content_type.startsWith("image/")
}
