import { Module } from "@medusajs/framework/utils"
import SavModuleService from "./service"

export const SAV_MODULE = "sav"

export default Module(SAV_MODULE, { service: SavModuleService })
