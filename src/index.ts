export { withHamon, type WithHamonOptions } from "./with-hamon"
