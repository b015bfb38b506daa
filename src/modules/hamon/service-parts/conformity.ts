import { ExtrasService } from "./extras"

/** What the conformity report keeps of its checks. */
export class ConformityService extends ExtrasService {}
