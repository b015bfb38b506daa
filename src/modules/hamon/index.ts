import { Module } from "@medusajs/framework/utils"
import HamonModuleService from "./service"

export const HAMON_MODULE = "hamon"

export default Module(HAMON_MODULE, { service: HamonModuleService })
