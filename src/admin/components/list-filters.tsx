import { TriangleDownMini } from "@medusajs/icons"
import { Button, DropdownMenu, type UseDataTableReturn } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** What narrows a list, a menu of ticks each. Medusa's own bar of filters has buttons that nobody can name. */
export const ListFilters = <Row,>({ instance }: { instance: UseDataTableReturn<Row> }) => {
  const narrowed = instance.getFiltering()
  return instance
    .getFilters()
    .map(({ id, label }) => (
      <FilterMenu
        key={id}
        label={label}
        options={instance.getFilterOptions<string>(id) ?? []}
        chosen={(narrowed[id] as string[] | undefined) ?? []}
        onChange={(value) => instance.updateFilter({ id, value })}
      />
    ))
}

type Props = {
  label: string
  options: readonly { readonly value: string; readonly label: string }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

const FilterMenu = ({ label, options, chosen, onChange }: Props) => {
  const { t } = useTranslation("hamon")
  const only = chosen.length === 1 && options.find(({ value }) => value === chosen[0])
  const what = only ? only.label : chosen.length
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary">
          {chosen.length > 0 ? t("table.narrowed", { label, what }) : label}
          <TriangleDownMini aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start" className="overflow-y-auto">
        {options.map(({ value, label: name }) => (
          <DropdownMenu.CheckboxItem
            key={value}
            checked={chosen.includes(value)}
            // Several are ticked in one visit.
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
          >
            {name}
          </DropdownMenu.CheckboxItem>
        ))}
        <DropdownMenu.Separator />
        <DropdownMenu.Item disabled={chosen.length === 0} onSelect={() => onChange([])}>
          {t("table.clear")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
