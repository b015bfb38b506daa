/** Gives the browser a file to keep, under the name that the server gave it. */
export async function saveFile(answer: Response, otherwise: string): Promise<void> {
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1]
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement("a")
  link.href = url
  link.download = name ?? otherwise
  link.click()
  URL.revokeObjectURL(url)
}
