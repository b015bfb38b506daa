import { MerchantService } from "./merchant"

/** What is said of products, and the official files that are shown. */
export class InformationService extends MerchantService {}
