/** What a shop's own code may take from the plugin: compiled with the shop, loaded by a test. */
export { withHamon, type WithHamonOptions } from "medusa-plugin-hamon"
export { HAMON_MODULE } from "medusa-plugin-hamon/modules/hamon"
export { default as smtpProvider } from "medusa-plugin-hamon/providers/smtp"
export { hamonRecordDeclarationWorkflow } from "medusa-plugin-hamon/workflows"
