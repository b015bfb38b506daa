/** A number of the command line, `--name=N`. */
export function given(name: string, otherwise: number): number {
  const typed = process.argv.find((one) => one.startsWith(`--${name}=`))
  return typed ? Number(typed.slice(name.length + 3)) : otherwise
}
