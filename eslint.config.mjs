import medusa from "@medusajs/eslint-plugin"

export default [
  { ignores: [".demo/", ".stryker-tmp/", "reports/"] },
  ...medusa.configs.recommended,
  {
    // Nothing there answers an HTTP request: the sentence is read on a terminal, and a type of MedusaError says nothing.
    files: ["scripts/**", "bench/**", "demo/**", "**/unit-tests/**"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    // One public method is one transaction: InjectTransactionManager alone begins it, or joins the caller's. And the
    // options are in memory: who asks for them has no reason to wait.
    files: ["src/modules/hamon/service.ts", "src/modules/hamon/service-parts/*.ts"],
    rules: {
      "@medusajs/use-inject-manager-on-public-methods": "off",
      "@medusajs/service-methods-must-be-async": "off",
    },
  },
]
