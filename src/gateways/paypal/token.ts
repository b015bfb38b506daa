/** What PayPal answers: https://developer.paypal.com/api/rest/authentication/ */
export type IssuedToken = { readonly access_token: string; readonly expires_in: number }

/** Seconds before its end at which a token is renewed: calls under way must not meet its end. */
const MARGIN_SECONDS = 60

type Held = { readonly token: string; readonly until: number }

/** The access token, asked for once whoever asks at the same time, and again before it ends. */
export class Tokens {
  private held: Held | null = null
  private asking: Promise<string> | null = null

  /**
   * @param issue asks PayPal for a token
   * @param seconds a clock that only goes forward: the wall clock may be set, and demos set it
   */
  constructor(
    private readonly issue: () => Promise<IssuedToken>,
    private readonly seconds: () => number = () => performance.now() / 1000,
  ) {}

  async token(): Promise<string> {
    if (this.held && this.seconds() < this.held.until) return this.held.token
    this.asking ??= this.ask().finally(() => {
      this.asking = null
    })
    return this.asking
  }

  /** PayPal refused this token: the next call asks for another, unless somebody already did. */
  refused(token: string): void {
    if (this.held?.token === token) this.held = null
  }

  private async ask(): Promise<string> {
    const asked = this.seconds()
    const { access_token, expires_in } = await this.issue()
    this.held = { token: access_token, until: asked + Math.max(0, expires_in - MARGIN_SECONDS) }
    return access_token
  }
}
