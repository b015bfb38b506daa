type Options = { extras?: { takeCompleteCartHook?: boolean } }

/** Loads the file as Medusa does at its start, with a configuration; @returns whether core's hook was taken. */
function isTakenWith(config: { modules?: Record<string, { options?: Options }>; plugins?: unknown[] }): boolean {
  const validate = jest.fn()
  jest.isolateModules(() => {
    jest.doMock("@medusajs/framework/config", () => ({ configManager: { config } }))
    jest.doMock("@medusajs/medusa/core-flows", () => ({ completeCartWorkflow: { hooks: { validate } } }))
    jest.doMock("../../checkout/require-chosen-extras", () => ({ requireChosenExtras: () => undefined }))
    require("../complete-cart")
  })
  return validate.mock.calls.length > 0
}

describe("core's completeCart.validate hook, which has one handler", () => {
  const wish = { extras: { takeCompleteCartHook: true } }

  it("is left to the host by default", () => {
    expect(isTakenWith({})).toBe(false)
    expect(isTakenWith({ modules: { hamon: { options: {} } }, plugins: ["medusa-plugin-hamon"] })).toBe(false)
    expect(isTakenWith({ modules: { hamon: { options: { extras: { takeCompleteCartHook: false } } } } })).toBe(false)
  })

  it("is taken on wish, wherever the host writes the plugin's options", () => {
    expect(isTakenWith({ modules: { hamon: { options: wish } } })).toBe(true)
    expect(isTakenWith({ plugins: [{ resolve: "medusa-plugin-hamon", options: wish }] })).toBe(true)
  })
})
